import { faultsOf } from '@shared/faults';
import type { FieldError } from '@shared/problems';
import { Corrections, Journey } from '@shared/returns/declaration';
import { journeyFaults } from '@shared/returns/rules';
import type { ReturnView } from '@shared/returns/view';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { goBack } from '@/client/navigate';
import { useParty } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Cells, Notice, Page, State, TextField } from '@/parts';
import { usePlainWords } from '@/words';
import { newPerson, type PersonForm } from './declare/form';
import { HealthCorrection, healthBody, healthFaults } from './HealthCorrection';
import { JourneyFields } from './JourneyFields';
import { filled, type JourneyForm, journeyBody, journeyFrom } from './journey';
import { useFaults } from './useFaults';
import { useReturnWords } from './words';

/** Corrects what was declared, before it is verified: the journey of all, or of one the name, the telephone, the health. */
export function CorrectReturn({ partyId }: { partyId: string }) {
  const words = useReturnWords();
  const isReady = useEntry();
  const party = useParty(isReady ? partyId : '');
  const open = party.data?.items.filter(({ actions }) => actions.includes('update')) ?? [];
  const [first] = open;
  if (first) return <CorrectForm open={open} first={first} />;
  return (
    <Page title={words.correctTitle}>
      <Async query={party}>
        <State icon="paper" words={words.nothingToCorrect} />
      </Async>
    </Page>
  );
}

const journey = 'journey';
const nothing = { name: '', phone: '', reason: '' };

/** What is changed, of whom, and sending it. */
function useCorrection(open: ReturnView[], first: ReturnView) {
  const [form, setForm] = useState(() => journeyFrom(first));
  const [whose, setWhose] = useState(journey);
  const [person, setPerson] = useState(nothing);
  const [health, setHealth] = useState<PersonForm | null>(null);
  const [isSending, setSending] = useState(false);
  const { faultOf, refusal, show, showRefusal, recheck } = useFaults();
  const isJourney = whose === journey;
  const choose = (next: string) => {
    setWhose(next);
    setPerson(nothing);
    setHealth(null);
    show([]);
  };
  const change = (changes: Partial<JourneyForm>) => {
    const next = { ...form, ...changes };
    setForm(next);
    recheck(faultsOfJourney(next));
  };
  const save = async () => {
    if (isSending) return;
    const faults = isJourney ? faultsOfJourney(form) : faultsOfPerson(person, health);
    show(faults);
    if (faults.length) return;
    setSending(true);
    try {
      const changes = isJourney ? journeyBody(form) : personChanges(person, health);
      for (const { id, version } of open.filter(({ id }) => isJourney || id === whose))
        await call('updateReturn', { params: { id }, body: { seenVersion: version, ...changes } as never });
      touched('return');
      goBack();
    } catch (error) {
      showRefusal(error);
      touched('return');
    }
    setSending(false);
  };
  return {
    ...{ form, change, whose, choose, person, setPerson, health, setHealth },
    ...{ isSending, save, faultOf, refusal },
  };
}

function CorrectForm({ open, first }: { open: ReturnView[]; first: ReturnView }) {
  const words = useReturnWords();
  const plain = usePlainWords();
  const {
    form,
    change,
    whose,
    choose,
    person,
    setPerson,
    health,
    setHealth,
    isSending,
    save,
    faultOf,
    refusal,
  } = useCorrection(open, first);
  return (
    <Page
      title={words.correctTitle}
      foot={
        <Button label={isSending ? plain.sending : words.save} off={isSending} onTap={() => void save()} />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <Cells
        label={words.whose}
        value={whose}
        onChange={choose}
        options={[
          { value: journey, label: words.journey },
          ...open.map(({ id, person: { name } }) => ({ value: id, label: name })),
        ]}
      />
      {whose === journey ? (
        <JourneyFields form={form} faultOf={faultOf} onChange={change} />
      ) : (
        <View key={whose}>
          <PersonFields faultOf={faultOf} onChange={(changes) => setPerson({ ...person, ...changes })} />
          {health ? (
            <HealthCorrection
              person={health}
              faultOf={faultOf}
              onChange={(changed) => setHealth((before) => before && { ...before, ...changed(before) })}
              onReason={(reason) => setPerson({ ...person, reason })}
            />
          ) : (
            <Button kind="plain" label={words.feelsNow} onTap={() => setHealth(newPerson())} />
          )}
        </View>
      )}
    </Page>
  );
}

interface PersonFieldsProps {
  faultOf(path: string): string | undefined;
  onChange(changes: Partial<typeof nothing>): void;
}

/** What is declared is masked or long: it is written anew, or left as it is. */
function PersonFields({ faultOf, onChange }: PersonFieldsProps) {
  const words = useReturnWords();
  return (
    <Card>
      <TextField
        label={words.name + words.unchanged}
        value=""
        onChange={(name) => onChange({ name })}
        fault={faultOf('name')}
      />
      <TextField
        label={words.phone + words.unchanged}
        type="number"
        value=""
        onChange={(phone) => onChange({ phone })}
        fault={faultOf('phone')}
      />
    </Card>
  );
}

/** By the same schema and rules as the server's; here nothing of a journey may be left out. */
function faultsOfJourney(form: JourneyForm): FieldError[] {
  const body = journeyBody(form);
  const parsed = Journey.safeParse(body, { reportInput: true });
  return [...(parsed.success ? [] : faultsOf(parsed.error)), ...journeyFaults(body, now())];
}

const personChanges = (person: typeof nothing, health: PersonForm | null) => ({
  ...filled(person),
  ...(health && healthBody(health)),
});

function faultsOfPerson(person: typeof nothing, health: PersonForm | null): FieldError[] {
  const parsed = Corrections.safeParse(personChanges(person, health), { reportInput: true });
  const found = [
    ...(health ? healthFaults(health, person.reason) : []),
    ...(parsed.success ? [] : faultsOf(parsed.error)),
  ];
  return found.filter(({ path }, i) => found.findIndex((fault) => fault.path === path) === i);
}
