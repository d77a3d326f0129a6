import type { ReplyOf } from '@shared/contract';
import type { declareReturn } from '@shared/returns/contract';
import { useState } from 'react';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { goHome, replaceWith } from '@/client/navigate';
import { sendOrKeep } from '@/client/outbox';
import { pages } from '@/client/pages';
import { drop, keep as keepOnPhone, read } from '@/client/phoneStore';
import { useMe } from '@/client/queries';
import { useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { uuidV7 } from '@/client/uuidV7';
import { Async, Button, Notice, Page, State } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { becomeDeclarer } from './becomeDeclarer';
import { CheckStep } from './CheckStep';
import { bodyOf, type Form, type Household, newForm, type PersonForm } from './form';
import { HealthStep } from './HealthStep';
import { JourneyStep } from './JourneyStep';
import { PersonStep } from './PersonStep';
import { PlaceStep } from './PlaceStep';
import type { StepProps } from './stepProps';
import { faultsIn, stepOfPath, stepsOf } from './steps';
import { WhoStep } from './WhoStep';
import { useDeclareWords } from './words';

const draftName = 'draft:declaration';

/** Registers a return for oneself and the family, one screen after the other. */
export default function Declare() {
  const isReady = useEntry();
  const me = useMe();
  const words = useDeclareWords();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  if (isReady && me.data) {
    const { household } = me.data;
    const first = read<Form>(accountId, draftName) ?? newForm(household);
    return <Declaring first={first} accountId={accountId} household={household} />;
  }
  return (
    <Page title={words.titleAlone}>
      <Async query={me}>{null}</Async>
    </Page>
  );
}

interface DeclaringProps {
  first: Form;
  accountId: string;
  household: Household | null;
}

/** Every key stroke is kept on the phone; the same wish goes out under the same key until it has arrived. */
function Declaring({ first, accountId, household }: DeclaringProps) {
  const words = useDeclareWords();
  const plain = usePlainWords();
  const [form, setForm] = useState(first);
  const [isSending, setSending] = useState(false);
  const [isKept, setKept] = useState(false);
  const { faultOf, refusal, show, showRefusal } = useFaults();
  const steps = stepsOf(form, household);
  const at = Math.max(0, steps.indexOf(form.step));
  const step = steps[at] as string;
  const isLast = step === 'check';

  const keep = (change: (before: Form) => Form) =>
    setForm((before) => {
      const next = change(before);
      keepOnPhone(accountId, draftName, next);
      return next;
    });
  const onStep = (to: string) => keep((before) => ({ ...before, step: to }));
  // What was changed is another wish.
  const onChange = (changes: Partial<Form>) => keep((before) => ({ ...before, ...changes, key: uuidV7() }));
  const onPerson = (id: string, changes: Partial<PersonForm>) =>
    keep((before) => ({
      ...before,
      key: uuidV7(),
      people: before.people.map((person) => (person.id === id ? { ...person, ...changes } : person)),
    }));

  const goOn = () => {
    const faults = faultsIn(form, household, now());
    const here = isLast ? faults : faults.filter(({ path }) => stepOfPath(path, form, steps) === step);
    show(here);
    if (!here.length) return isLast ? void submit() : onStep(steps[at + 1] as string);
    if (isLast) onStep(stepOfPath(here[0]?.path ?? '', form, steps));
  };

  const submit = async () => {
    if (isSending) return;
    setSending(true);
    try {
      const draft = { name: draftName, value: form };
      const wish = {
        operation: 'declareReturn',
        key: form.key,
        body: bodyOf(form, household),
        draft,
      } as const;
      const declared = (await sendOrKeep(wish)) as ReplyOf<typeof declareReturn> | null;
      drop(accountId, draftName);
      if (!declared) return setKept(true);
      touched('return');
      const { partyId, returns } = declared;
      if (!returns[0]?.actions.length) await becomeDeclarer(partyId);
      replaceWith(pages.declared, { partyId });
    } catch (error) {
      setSending(false);
      const [fault] = showRefusal(error);
      if (fault) onStep(stepOfPath(fault.path, form, steps));
    }
  };

  // On this page: without a network a browser could not fetch another.
  if (isKept) {
    return (
      <Page isHome title={words.keptTitle} foot={<Button label={words.home} onTap={goHome} />}>
        <State icon="clock" words={words.kept} />
      </Page>
    );
  }
  const person = form.people.find(({ id }) => step.endsWith(id));
  const props: StepProps = { form, household, faultOf, onChange, onPerson, onStep };
  return (
    <Page
      title={words.title(at + 1, steps.length)}
      {...(at > 0 && { onBack: () => onStep(steps[at - 1] as string) })}
      strip={
        person && !isMe(person, form, household) ? words.filling(person.name || words.someone) : undefined
      }
      foot={
        <Button
          label={isSending ? plain.sending : isLast ? words.submit : words.next}
          off={isSending}
          onTap={goOn}
        />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      {step === 'journey' && <JourneyStep {...props} />}
      {step === 'who' && household && <WhoStep {...props} household={household} />}
      {step === 'place' && <PlaceStep {...props} />}
      {person && step.startsWith('person') && <PersonStep key={person.id} {...props} person={person} />}
      {person && step.startsWith('health') && <HealthStep key={person.id} {...props} person={person} />}
      {isLast && <CheckStep {...props} />}
    </Page>
  );
}

function isMe(person: PersonForm, form: Form, household: Household | null): boolean {
  const me = household?.people.find((one) => one.isMe);
  return me ? me.residentId === person.residentId : form.people[0]?.id === person.id;
}
