import { type MandateScope, mandateScopes } from '@shared/accounts/contract';
import { isPhone, normalizePhone } from '@shared/fields';
import { type MandateView, mandateRelations } from '@shared/roster/mandates';
import { dayMs } from '@shared/time';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { uuidV7 } from '@/client/uuidV7';
import { Button, Card, Cells, Heading, Notice, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useMandateWords } from './words';

interface GivingProps {
  householdId: string;
  /** Whoever gives it, in the roster. */
  me: string;
  onGiven(): void;
}

const lengths = ['7', '30', '90'] as const;

/** Whom, for what, until when: nothing is chosen beforehand. */
export function Giving({ householdId, me, onGiven }: GivingProps) {
  const words = useMandateWords();
  const plain = usePlainWords();
  const { refusal, faultOf, show, showRefusal, recheck } = useFaults();
  const [form, setForm] = useState({ phone: '', relation: '', scopes: [] as MandateScope[], days: '' });
  const [isSending, setSending] = useState(false);
  const wish = useRef({ of: '', key: '', until: '' });
  const change = (changes: Partial<typeof form>) => {
    setForm({ ...form, ...changes });
    recheck([]);
  };
  const toggle = (scope: string) => {
    const others = form.scopes.filter((one) => one !== scope);
    change({ scopes: others.length < form.scopes.length ? others : [...others, scope as MandateScope] });
  };
  const give = async () => {
    const { phone, relation, scopes, days } = form;
    const missing = (['relation', 'scopes', 'days'] as const).filter((field) => !form[field].length);
    const faults = missing.map((path) => ({ path, code: 'required' as const }));
    const isGood = isPhone(normalizePhone(phone));
    show([...(isGood ? [] : [{ path: 'phone', code: 'phone.format' as const }]), ...faults]);
    if (!isGood || faults.length || isSending) return;
    const of = JSON.stringify(form);
    // A little under the limit: the phone’s clock may be ahead of the server’s.
    const until = new Date(now().getTime() + Number(days) * dayMs - 60_000).toISOString();
    if (wish.current.of !== of) wish.current = { of, key: uuidV7(), until };
    setSending(true);
    const body = {
      householdId,
      phone,
      relation: relation as MandateView['relation'],
      scopes,
      attestedBy: me,
      how: 'app' as const,
      until: wish.current.until,
    };
    await call('createMandate', { body, key: wish.current.key }).then(onGiven, showRefusal);
    setSending(false);
  };
  return (
    <Card>
      <Heading>{words.giveHead}</Heading>
      {refusal && <Notice>{refusal}</Notice>}
      <TextField
        label={words.phone}
        value={form.phone}
        onChange={(phone) => change({ phone })}
        fault={faultOf('phone')}
        type="number"
        max={20}
      />
      <Cells
        label={words.who}
        halves
        value={form.relation}
        onChange={(relation) => change({ relation })}
        fault={faultOf('relation')}
        options={mandateRelations.map((value) => ({ value, label: words.relations[value] }))}
      />
      <Cells
        label={words.may}
        value={form.scopes}
        onChange={toggle}
        fault={faultOf('scopes')}
        options={mandateScopes.map((value) => ({ value, label: words.scopes[value] }))}
      />
      <Cells
        label={words.howLong}
        value={form.days}
        onChange={(days) => change({ days })}
        fault={faultOf('days') ?? faultOf('until')}
        options={lengths.map((value) => ({ value, label: words.days[value] ?? '' }))}
      />
      <Button label={isSending ? plain.sending : words.give} off={isSending} onTap={() => void give()} />
    </Card>
  );
}
