import type { FieldError } from '@shared/problems';
import type { readingOccasions } from '@shared/temperatures/contract';
import type { ReadingInput } from '@shared/temperatures/reading';
import { useRef, useState } from 'react';
import { now } from '@/client/clock';
import type { Mending } from '@/client/mending';
import { sendOrKeep } from '@/client/outbox';
import { type PageUrl, pages } from '@/client/pages';
import { drop, keep as keepOnPhone } from '@/client/phoneStore';
import { Problem } from '@/client/problem';
import { putExtraReading, putSlots } from '@/client/queries/readings';
import { scrollTo } from '@/client/scroll';
import { useSettling } from '@/client/useSettling';
import { uuidV7 } from '@/client/uuidV7';
import { useFaults } from '@/returns/useFaults';
import { type Arrived, arrivedIn, type Results } from './arrived';
import { faultsOf } from './faults';
import { asKept, bodyOf, type Form, measuredThen, type PersonForm } from './form';

export interface Reporting {
  first: Form;
  accountId: string;
  householdId: string;
  draft: { name: string; params: Record<string, string> };
  /** Of what belongs to no slot: whether it was called for, or is voluntary. */
  occasion: (typeof readingOccasions)[number];
  /** What was kept or refused and is mended here. */
  mending: Mending | null;
  filledBy(residentId: string): ReadingInput['filledBy'];
  /** Everything has arrived; null where nothing was left to send. */
  onDone(arrived: Arrived | null): void;
}

/** The form as it is typed and kept. Two changes may come before the next drawing: all read `newest`. */
function useForm({ first, accountId, draft }: Reporting) {
  const [form, setForm] = useState(first);
  const newest = useRef(first);
  const put = (changes: Partial<Form>) => {
    newest.current = { ...newest.current, ...changes };
    setForm(newest.current);
    keepOnPhone(accountId, draft.name, newest.current);
  };
  return { form, newest, put };
}

type State = 'typing' | 'sending' | 'kept' | 'partly';

/** Sends whom nobody passed over; who was refused stays on the form. */
function useSending(
  of: Reporting,
  { newest, put }: ReturnType<typeof useForm>,
  faults: ReturnType<typeof useFaults>,
) {
  const { accountId, householdId, draft, occasion, mending, filledBy, onDone } = of;
  const [state, setState] = useState<State>('typing');
  const finish = (arrived: Arrived | null) => {
    drop(accountId, draft.name);
    onDone(arrived);
  };
  // What the server answered stands there at once, while everything is asked for again.
  const show = ({ slots, reading }: Arrived, [person]: PersonForm[]) => {
    putSlots(slots, { accountId, householdId });
    if (reading && person) putExtraReading(person.residentId, reading);
  };
  const send = async () => {
    const sent = { ...newest.current, people: newest.current.people.filter(({ isSkipped }) => !isSkipped) };
    if (!sent.people.length) return finish(null);
    setState('sending');
    put(sent);
    try {
      const wish = wishOf(sent, { householdId, occasion, filledBy });
      const reply = await sendOrKeep({ ...wish, draft: keptAs(draft, sent) }, mending);
      if (reply === null) {
        drop(accountId, draft.name);
        return setState('kept');
      }
      const arrived = arrivedIn(reply);
      show(arrived, sent.people);
      const { results } = arrived;
      const refused = sent.people.filter((_, i) => results[i]?.problem);
      if (!refused.length) return finish(arrived);
      put({ key: uuidV7(), at: 0, people: refused });
      setState('partly');
      faults.showRefusal(refusalOf(results));
    } catch (error) {
      setState('typing');
      // Of one person the server names the field alone.
      faults.showRefusal(error instanceof Problem ? withRow(error) : error);
    }
  };
  return { state, send };
}

/** The form, whose turn it is, and what a tap does. */
export function useReporting(of: Reporting) {
  const faults = useFaults();
  const settling = useSettling();
  const kept = useForm(of);
  const { form, newest, put } = kept;
  const { state, send } = useSending(of, kept, faults);
  const faultsAt = (i: number): FieldError[] => {
    const person = newest.current.people[i];
    return person && !person.isSkipped ? faultsOf(person, now(), `people.${i}.`) : [];
  };
  const goTo = (at: number) => {
    faults.show([]);
    put({ at });
    scrollTo('page');
  };
  // What was changed is another wish; while one is on its way nothing changes.
  const onChange = (change: (before: PersonForm) => Partial<PersonForm>) => {
    if (state === 'sending') return;
    const { people, at } = newest.current;
    settling.forget();
    const from = (one: PersonForm) => ({ ...one, ...(of.mending && measuredThen(one)), isSkipped: false });
    put({
      people: people.map((one, i) => (i === at ? { ...from(one), ...change(one) } : one)),
      key: uuidV7(),
    });
    faults.recheck(faultsAt(at));
  };
  const goOn = () => {
    if (state === 'sending' || !settling.isMeant()) return;
    const found = faultsAt(newest.current.at);
    if (found.length) return faults.show(found);
    advance();
  };
  const advance = () => {
    const { at, people } = newest.current;
    if (at + 1 < people.length) return goTo(at + 1);
    const wrong = people.findIndex((_, i) => faultsAt(i).length > 0);
    if (wrong < 0) return void send();
    goTo(wrong);
    faults.show(faultsAt(wrong));
  };
  const skip = () => {
    if (state === 'sending' || !settling.isMeant()) return;
    const { at, people } = newest.current;
    put({ people: people.map((one, i) => (i === at ? { ...one, isSkipped: true } : one)), key: uuidV7() });
    advance();
  };
  const { faultOf, refusal } = faults;
  return { form, state, faultOf, refusal, isSettled: settling.isSettled, onChange, goOn, goTo, skip };
}

const keptAs = ({ params }: Reporting['draft'], form: Form) => ({
  params,
  page: pages.report as PageUrl,
  value: { ...form, at: 0, people: form.people.map(asKept) },
  rows: 'people',
});

/** One person by their slot, a household in one request, what belongs to no slot by the person. */
function wishOf(
  { key, people }: Form,
  { householdId, occasion, filledBy }: Pick<Reporting, 'householdId' | 'occasion' | 'filledBy'>,
) {
  const [first] = people as [PersonForm];
  const bodies = people.map((person) => bodyOf(person, filledBy(person.residentId)));
  if (!first.slotId) {
    const body = { ...bodies[0], occasion };
    return { key, operation: 'reportExtraReading' as const, params: { id: first.residentId }, body };
  }
  if (people.length === 1)
    return { key, operation: 'reportReading' as const, params: { id: first.slotId }, body: bodies[0] };
  const readings = bodies.map((body, i) => ({ slotId: people[i]?.slotId, ...body }));
  return {
    key,
    operation: 'reportHouseholdReadings' as const,
    params: { id: householdId },
    body: { readings },
  };
}

/** The rows that were refused, by the places they have on the form now. */
function refusalOf(results: Results): Problem {
  const refused = results.flatMap(({ problem }) => (problem ? [problem] : []));
  const errors = refused.flatMap(({ errors }, i) =>
    errors.map((fault) => ({ ...fault, path: fault.path.replace(/^readings\.\d+/, `people.${i}`) })),
  );
  return problemOf(refused[0]?.code ?? 'internal', errors);
}

const withRow = ({ code, errors }: Problem): Problem =>
  problemOf(
    code,
    errors.map((fault) => ({ ...fault, path: `people.0.${fault.path.replace(/^readings\.0\./, '')}` })),
  );

const problemOf = (code: string, errors: { path: string; code: string }[]): Problem =>
  new Problem({ code, errors, params: {}, type: '', title: '', status: 0, requestId: '' } as never);
