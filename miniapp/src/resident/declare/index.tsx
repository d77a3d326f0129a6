import type { ReplyOf } from '@shared/contract';
import type { declareReturn } from '@shared/returns/contract';
import { useEffect, useRef, useState } from 'react';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { goHome, replaceWith } from '@/client/navigate';
import { sendOrKeep } from '@/client/outbox';
import { pages } from '@/client/pages';
import { drop, keep as keepOnPhone, read } from '@/client/phoneStore';
import { useMe } from '@/client/queries';
import { scrollTo } from '@/client/scroll';
import { useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { uuidV7 } from '@/client/uuidV7';
import { Async, Button, Notice, Page, State } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { type Community, FeverCare } from '../FeverCare';
import { becomeDeclarer } from './becomeDeclarer';
import { CheckStep } from './CheckStep';
import { draftName } from './draftName';
import { bodyOf, type Form, goOnWith, type Household, newForm, type PersonForm } from './form';
import { HealthStep } from './HealthStep';
import { JourneyStep } from './JourneyStep';
import { PersonStep } from './PersonStep';
import { PlaceStep } from './PlaceStep';
import type { StepProps } from './stepProps';
import { faultsIn, hasFever, stepOfPath, stepsOf } from './steps';
import { WhoStep } from './WhoStep';
import { useDeclareWords } from './words';

/** Trembling hands tap twice; this is how long the second tap is not meant. */
const settleMs = 800;

/** Registers a return for oneself and the family, one screen after the other. */
export default function Declare() {
  const isReady = useEntry();
  const me = useMe();
  const words = useDeclareWords();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  if (isReady && me.data) {
    const { household } = me.data;
    const draft = read<Form>(accountId, draftName);
    const first = draft ? goOnWith(draft, now()) : newForm(household);
    return (
      <Declaring first={first} accountId={accountId} household={household} community={me.data.community} />
    );
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
  community: Community | null;
}

/** Every key stroke is kept on the phone; the same wish goes out under the same key until it has arrived. */
function Declaring({ first, accountId, household, community }: DeclaringProps) {
  const words = useDeclareWords();
  const plain = usePlainWords();
  const [form, setForm] = useState(first);
  const [isSending, setSending] = useState(false);
  const [isKept, setKept] = useState(false);
  const [isSettled, setSettled] = useState(true);
  const lastTap = useRef(0);
  const { faultOf, refusal, show, recheck, showRefusal } = useFaults();
  const steps = stepsOf(form, household);
  const at = Math.max(0, steps.indexOf(form.step));
  const step = steps[at] as string;
  const isLast = step === 'check';

  // Two changes may come before the next drawing: each begins where the last one ended.
  const newest = useRef(first);
  const keep = (changes: Partial<Form>) => {
    newest.current = { ...newest.current, ...changes };
    keepOnPhone(accountId, draftName, newest.current);
    setForm(newest.current);
  };
  const onStep = (to: string) => {
    setSettled(to !== 'check');
    show([]);
    keep({ step: to });
    scrollTo('page');
  };
  // What was changed is another wish.
  const onChange = (change: (before: Form) => Partial<Form>) => {
    lastTap.current = 0;
    keep({ ...change(newest.current), key: uuidV7(), filledAt: now().toISOString() });
    recheck(faultsIn(newest.current, household, now()));
  };
  const props: StepProps = {
    form,
    household,
    faultOf,
    onStep,
    onSource: (source) => onChange(() => ({ source })),
    onJourney: (changes) => onChange(({ journey }) => ({ journey: { ...journey, ...changes } })),
    onPlace: (changes) => onChange(({ place }) => ({ place: { ...place, ...changes } })),
    onPeople: (change, to) => {
      onChange(({ people }) => ({
        people: change(people).map((person, i) => (i === 0 ? { ...person, relation: 'self' } : person)),
      }));
      if (to) onStep(to);
    },
    onPerson: (id, change) =>
      onChange(({ people }) => ({
        people: people.map((person) => (person.id === id ? { ...person, ...change(person) } : person)),
      })),
  };
  const startAgain = () => {
    drop(accountId, draftName);
    show([]);
    newest.current = newForm(household);
    setForm(newest.current);
  };

  // The button of the last screen is another one in the same place: it waits until the eyes have followed.
  useEffect(() => {
    if (isSettled) return;
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, [isSettled]);

  const goOn = () => {
    const isDouble = Date.now() - lastTap.current < settleMs;
    lastTap.current = Date.now();
    if (isDouble || !isSettled) return;
    const filledIn = newest.current;
    const all = stepsOf(filledIn, household);
    const faults = faultsIn(filledIn, household, now());
    const here = isLast ? faults : faults.filter(({ path }) => stepOfPath(path, filledIn, all) === step);
    if (!here.length) return isLast ? void submit() : onStep(all[all.indexOf(step) + 1] ?? 'check');
    if (isLast) onStep(stepOfPath(here[0]?.path ?? '', filledIn, all));
    show(here);
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
      if (fault) keep({ step: stepOfPath(fault.path, form, steps) });
    }
  };

  // On this page: without a network a browser could not fetch another.
  if (isKept) {
    return (
      <Page isHome title={words.keptTitle} foot={<Button label={words.home} onTap={goHome} />}>
        <State icon="clock" words={words.kept} />
        {hasFever(form) && <FeverCare community={community} />}
      </Page>
    );
  }
  const person = form.people.find(({ id }) => step.endsWith(id));
  return (
    <Page
      title={words.title(at + 1, steps.length)}
      {...(at > 0 && { onBack: () => onStep(steps[at - 1] as string) })}
      strip={
        person && !isMe(person, form, household) ? words.filling(person.name || words.someone) : undefined
      }
      foot={
        <Button
          label={
            isSending ? plain.sending : isLast ? (isSettled ? words.submit : words.pleaseCheck) : words.next
          }
          off={isSending || !isSettled}
          onTap={goOn}
        />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      {step === 'journey' && (
        <JourneyStep key={form.filledAt ? 'draft' : 'new'} {...props} onAgain={startAgain} />
      )}
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
