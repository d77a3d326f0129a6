import { type AbsenceReason, absenceReasons, type DutyView } from '@shared/grids/absenceContract';
import type { FieldError } from '@shared/problems';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { useIdentityWords } from '@/entry/words';
import { Button, Card, Cells, Chip, Heading, Notice, Select, TimeField } from '@/parts';
import { instantOf } from '@/parts/fieldTime';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useAbsenceWords } from './words';

const empty = { accountId: '', reason: '' as AbsenceReason | '', from: '', until: '' };
type Form = typeof empty;

const missing = (form: Form): FieldError[] =>
  (['reason', 'from', 'until'] as const)
    .filter((field) => (field === 'reason' ? !form.reason : !instantOf(form[field])))
    .map((path) => ({ path, code: 'required' }));

function useAbsence() {
  const words = useAbsenceWords();
  const [form, setForm] = useState(empty);
  const [made, setMade] = useState(0);
  const [isSending, setSending] = useState(false);
  const { refusal, faultOf: wordsOf, codeOf, show, showRefusal, recheck } = useFaults();
  // A time that is wrong here is wrong in another way than that of a journey.
  const faultOf = (path: string) => words.faults[codeOf(path) ?? ''] ?? wordsOf(path);
  const change = (fields: Partial<Form>) => {
    const next = { ...form, ...fields };
    setForm(next);
    recheck(missing(next));
  };
  const send = async () => {
    const faults = missing(form);
    show(faults);
    if (faults.length || isSending) return;
    setSending(true);
    try {
      const { accountId, reason } = form;
      const [from = '', until = ''] = [instantOf(form.from), instantOf(form.until)] as string[];
      const body = { from, until, reason: reason as AbsenceReason, ...(accountId && { accountId }) };
      await call('setAbsence', { body });
      touched('absence');
      setForm(empty);
      setMade(made + 1);
    } catch (error) {
      showRefusal(error);
    }
    setSending(false);
  };
  return { form, change, made, isSending, send, refusal, faultOf };
}

/** Who, why, from when, until when. Whoever may speak for others is asked for whom. */
export function AbsenceForm({ staff, own }: { staff: DutyView[]; own: DutyView | undefined }) {
  const words = useAbsenceWords();
  const plain = usePlainWords();
  const { form, change, made, isSending, send, refusal, faultOf } = useAbsence();
  const others = [...new Map(staff.map((person) => [person.accountId, person])).values()].filter(
    ({ accountId }) => accountId !== own?.accountId,
  );
  const reasons = absenceReasons.map((value) => ({ value, label: words.reasons[value] }));
  return (
    <Card key={made}>
      <Heading level={2}>{others.length ? words.title : words.mine}</Heading>
      <View className="field under">{words.help}</View>
      {made > 0 && <Chip kind="ok" label={words.sent} />}
      {refusal && <Notice>{refusal}</Notice>}
      {others.length > 0 && (
        <Whose others={others} value={form.accountId} onChange={(accountId) => change({ accountId })} />
      )}
      <Cells
        halves
        label={words.reason}
        value={form.reason}
        fault={faultOf('reason')}
        options={reasons}
        onChange={(reason) => change({ reason: reason as AbsenceReason })}
      />
      {(['from', 'until'] as const).map((side) => (
        <TimeField
          key={side}
          isAheadAllowed
          isFarAllowed
          label={words[side]}
          dayLabel={words[`${side}Day`]}
          timeLabel={words.time}
          value={form[side]}
          fault={faultOf(side)}
          onChange={(value) => change({ [side]: value })}
        />
      ))}
      <Button label={isSending ? plain.sending : words.send} off={isSending} onTap={() => void send()} />
    </Card>
  );
}

interface WhoseProps {
  others: DutyView[];
  /** Empty: the own absence. */
  value: string;
  onChange(accountId: string): void;
}

function Whose({ others, value, onChange }: WhoseProps) {
  const words = useAbsenceWords();
  const { roles } = useIdentityWords();
  const options = others.map(({ accountId, name, role, grids }) => ({
    value: accountId,
    label: `${name} ${roles[role]} ${grids[0]?.name ?? ''}`.trim(),
  }));
  return (
    <Select
      label={words.whose}
      value={value || 'self'}
      options={[{ value: 'self', label: words.self }, ...options]}
      onChange={(chosen) => onChange(chosen === 'self' ? '' : chosen)}
    />
  );
}
