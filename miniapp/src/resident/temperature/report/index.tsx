import { isFever } from '@shared/temperatures/fever';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useActing } from '@/client/acting';
import { now } from '@/client/clock';
import { useMending } from '@/client/mending';
import { goBack, goHome, landOn, replaceWith } from '@/client/navigate';
import { mendedDraft } from '@/client/outbox';
import { pages } from '@/client/pages';
import { read } from '@/client/phoneStore';
import { useIllness } from '@/client/queries/illness';
import { useReportedHousehold } from '@/client/queries/temperatures';
import { useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Call, Cells, Kept, Link, Notice, Page, State } from '@/parts';
import { useMomentText, usePlainWords } from '@/words';
import { extraFor } from '../../extra';
import { FeverCare } from '../../FeverCare';
import type { useOwedNow } from '../../owed';
import { type People, usePeople } from '../../people';
import { useReportWords } from '../words';
import type { Arrived } from './arrived';
import { faultsOf } from './faults';
import { bodyOf, type Form, goOnWith, type PersonForm } from './form';
import { ReadingStep } from './ReadingStep';
import { type Reporting as ReportingOf, useReporting } from './useReporting';
import { type Kind, useTargets } from './useTargets';

/** Reports temperatures, one person after the other: what is owed now, one slot, one more, a correction, or a check-in. */
export default function Report() {
  const isReady = useEntry();
  const words = useReportWords();
  const momentText = useMomentText();
  const people = usePeople();
  const { kind, params, targets, owedNow, query, next, isReady: isKnown } = useTargets();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const householdId = useReportedHousehold();
  const mending = useMending();
  const name = mending
    ? mendedDraft(mending.key)
    : ['draft:readings', householdId, ...Object.values(params)].join(':');
  const [first, setFirst] = useState<Form | null>(null);
  if (kind === 'whose') return <Whose owed={owedNow} people={people} />;
  const draft = first || !isReady || !accountId ? null : read<Form>(accountId, name);
  // What is mended stands as it was meant, whatever is known of its slot by now.
  if (mending && draft) setFirst(draft);
  else if (isReady && isKnown && !first && accountId) {
    const begun = goOnWith(draft, targets, dayOf(now()), isFinished);
    // Whoever reports now has these people before them, whatever comes in meanwhile.
    if (begun.people.length) setFirst(begun);
  }
  if (first)
    return (
      <Reporting
        first={first}
        people={people}
        kind={kind}
        of={{ accountId, householdId, draft: { name, params }, mending }}
      />
    );
  const community = people.community;
  return (
    <Page title={words.report} foot={<Button label={words.home} onTap={goHome} />}>
      <Async query={query}>
        <State
          icon="done"
          words={[words.nothing, next && words.nothingNext(momentText(next.opensAt))]
            .filter(Boolean)
            .join('。')}
          button={community && <Call label={community.duty.name} phone={community.duty.phone} />}
        />
      </Async>
    </Page>
  );
}

/** One more of several people: whose. */
function Whose({ owed, people }: { owed: ReturnType<typeof useOwedNow>; people: People }) {
  const words = useReportWords();
  const ids = extraFor(owed);
  return (
    <Page title={words.extra}>
      <Async query={owed.query} empty={!ids.length && <State icon="done" words={words.nothing} />}>
        <Cells
          label={words.whose}
          whole
          value=""
          onChange={(residentId) => replaceWith(pages.report, { residentId, occasion: 'extra' })}
          options={ids.map((value) => ({ value, label: people.nameOf(value) || words.someone }))}
        />
      </Async>
    </Page>
  );
}

const isFinished = (person: PersonForm): boolean => person.isSkipped || faultsOf(person, now()).length === 0;

interface ReportingProps {
  first: Form;
  people: People;
  kind: Kind;
  of: Pick<ReportingOf, 'accountId' | 'householdId' | 'draft' | 'mending'>;
}

function Reporting({ first, people, kind, of }: ReportingProps) {
  const words = useReportWords();
  const plain = usePlainWords();
  const acting = useActing();
  const filledBy = (residentId: string) => (acting ? 'mandate' : people.isMe(residentId) ? 'self' : 'family');
  const onDone = (arrived: Arrived | null) => {
    const { slotId = '', residentId = '' } = first.people[0] ?? {};
    if (kind === 'again') goBack();
    else if (arrived?.caseId) landOn(pages.fever, { id: arrived.caseId });
    else if (kind === 'correct') goBack();
    else if (kind === 'checkIn') replaceWith(pages.checkIn, { residentId });
    else if (arrived?.reading) replaceWith(pages.reported, { residentId, readingId: arrived.reading.id });
    else replaceWith(pages.reported, { id: slotId });
  };
  const { form, state, faultOf, refusal, isSettled, onChange, goOn, goTo, skip } = useReporting({
    first,
    ...of,
    occasion: of.draft.params.occasion === 'extra' ? 'extra' : 'checkIn',
    filledBy,
    onDone,
  });
  const { at, people: all } = form;
  const person = all[at] ?? all[0];
  if (state === 'kept') return <KeptReadings form={form} people={people} />;
  if (!person) return null;
  const titles = { ...words, slot: words.report };
  const isLast = at + 1 >= all.length;
  const isOther = acting !== null || !people.isMe(person.residentId);
  const who = [acting?.door, people.nameOf(person.residentId) || words.someone].filter(Boolean).join(' ');
  return (
    <Page
      title={all.length > 1 ? words.step(at + 1, all.length) : titles[kind]}
      {...(at > 0 && { onBack: () => goTo(at - 1) })}
      strip={isOther ? words.filling(who) : undefined}
      foot={
        <Button
          label={
            state === 'sending'
              ? plain.sending
              : (lackOf(person, words, plain.list) ?? (isLast ? words.submit : words.next))
          }
          off={state === 'sending' || !isSettled || lackOf(person, words, plain.list) !== null}
          onTap={goOn}
        />
      }
    >
      {(state === 'partly' || refusal) && (
        <Notice kind={state === 'partly' ? 'waiting' : 'urgent'}>
          {state === 'partly' && <View>{words.partly(all.length)}</View>}
          {refusal}
        </Notice>
      )}
      <View className={state === 'sending' ? 'sending' : ''}>
        <ReadingStep
          key={`${person.slotId} ${person.residentId}`}
          person={person}
          fault={(field) => faultOf(`people.${at}.${field}`)}
          onChange={onChange}
        />
      </View>
      {all.length > 1 && <Link label={words.skip} onTap={skip} />}
    </Page>
  );
}

/** What is still missing, in the words of the button; null when nothing is. */
function lackOf(
  person: PersonForm,
  words: ReturnType<typeof useReportWords>,
  list: (items: string[]) => string,
): string | null {
  const fields = faultsOf(person, now()).map(({ path, code }) =>
    code.startsWith('reading.confirm') ? 'confirm' : path,
  );
  const names = [...new Set(fields)].map((field) => words.fields[field as 'celsius'] ?? field);
  return names.length ? words.missing(list(names)) : null;
}

/** Nothing came back; whoever has a fever is told what to do all the same. */
function KeptReadings({ form, people }: { form: Form; people: People }) {
  const words = useReportWords();
  const illness = useIllness();
  const isIll = form.people.some((person) => isFever(bodyOf(person, 'family'), illness));
  return (
    <Kept isHome title={words.keptTitle} words={words.kept} next={{ label: words.home, onTap: goHome }}>
      {isIll && <FeverCare community={people.community} />}
    </Kept>
  );
}
