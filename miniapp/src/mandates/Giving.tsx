import { type MandateScope, mandateScopes } from '@shared/accounts/contract';
import { isPhone, normalizePhone } from '@shared/phone';
import { type MandateView, mandateRelations, mandateWays } from '@shared/roster/mandates';
import { dayMs } from '@shared/time';
import { useMemo, useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { Button, Card, Cells, Heading, Notice, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import type { Side } from './sides';
import { useMandateWords } from './words';

interface GivingProps {
  householdId: string;
  people: { residentId: string; name: string }[];
  /** Whoever gives it for the own household; absent where staff write down who said so, and how. */
  me: string | undefined;
  side: Side;
  onGiven(): void;
}

const lengths = ['7', '30', '90'] as const;
const asked = ['attestedBy', 'how', 'relation', 'scopes', 'days'] as const;
/** A little under the limit: the phone’s clock may be ahead of the server’s. */
const untilAfter = (days: number): string => new Date(now().getTime() + days * dayMs - 60_000).toISOString();
const empty = { attestedBy: '', how: '', phone: '', relation: '', scopes: [] as MandateScope[], days: '' };

function useGiving({ householdId, me, onGiven }: GivingProps) {
  const { refusal, faultOf, show, showRefusal, recheck } = useFaults();
  const [form, setForm] = useState({ ...empty, ...(me && { attestedBy: me, how: 'app' }) });
  const [isSending, setSending] = useState(false);
  const until = useMemo(() => untilAfter(Number(form.days)), [form.days]);
  const change = (changes: Partial<typeof form>) => {
    setForm({ ...form, ...changes });
    recheck([]);
  };
  const toggle = (scope: string) => {
    const others = form.scopes.filter((one) => one !== scope);
    change({ scopes: others.length < form.scopes.length ? others : [...others, scope as MandateScope] });
  };
  const give = async () => {
    const { attestedBy, how, phone, relation, scopes } = form;
    const missing = asked.filter((field) => !form[field].length);
    const faults = missing.map((path) => ({ path, code: 'required' as const }));
    const isGood = isPhone(normalizePhone(phone));
    show([...(isGood ? [] : [{ path: 'phone', code: 'phone.format' as const }]), ...faults]);
    if (!isGood || faults.length || isSending) return;
    setSending(true);
    const body = {
      householdId,
      phone,
      relation: relation as MandateView['relation'],
      scopes,
      attestedBy,
      how: how as MandateView['how'],
      until,
    };
    await call('createMandate', { body }).then(onGiven, showRefusal);
    setSending(false);
  };
  return { form, change, toggle, give, isSending, refusal, faultOf };
}
type Filling = Pick<ReturnType<typeof useGiving>, 'form' | 'change' | 'faultOf'>;

/** Whom, for what, until when: nothing is chosen beforehand. */
export function Giving(props: GivingProps) {
  const { people, me, side } = props;
  const words = useMandateWords();
  const plain = usePlainWords();
  const { toggle, give, isSending, refusal, ...filling } = useGiving(props);
  const { form, change, faultOf } = filling;
  return (
    <Card>
      <Heading>{side.head}</Heading>
      {refusal && <Notice>{refusal}</Notice>}
      {!me && <Attested people={people} {...filling} />}
      <TextField
        label={words.phone}
        value={form.phone}
        onChange={(phone) => change({ phone })}
        fault={faultOf('phone')}
        type="number"
        max={20}
      />
      <Cells
        label={side.who}
        halves
        value={form.relation}
        onChange={(relation) => change({ relation })}
        fault={faultOf('relation')}
        options={mandateRelations.map((value) => ({ value, label: words.relations[value] }))}
      />
      <Cells
        label={side.may}
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
      <Button label={isSending ? plain.sending : side.give} off={isSending} onTap={() => void give()} />
    </Card>
  );
}

/** Who said so, and how, where staff write it down. */
function Attested({ people, form, change, faultOf }: Pick<GivingProps, 'people'> & Filling) {
  const words = useMandateWords();
  return (
    <>
      <Cells
        label={words.attestedBy}
        halves
        value={form.attestedBy}
        onChange={(attestedBy) => change({ attestedBy })}
        fault={faultOf('attestedBy')}
        options={people.map(({ residentId, name }) => ({ value: residentId, label: name }))}
      />
      <Cells
        label={words.how}
        halves
        value={form.how}
        onChange={(how) => change({ how })}
        fault={faultOf('how')}
        options={mandateWays
          .filter((way) => way !== 'app')
          .map((value) => ({ value, label: words.ways[value] }))}
      />
    </>
  );
}
