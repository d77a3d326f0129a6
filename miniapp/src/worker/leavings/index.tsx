import type { LeavingView } from '@shared/returns/leaving';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useLeavings, useReturns } from '@/client/queries';
import { scrollTo } from '@/client/scroll';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Cells, Heading, Link, Notice, Page, State } from '@/parts';
import { LeavingCard } from '@/returns/LeavingCard';
import { LeavingFields } from '@/returns/LeavingFields';
import { useLeavingWords } from '@/returns/leavingWords';
import { useFaults } from '@/returns/useFaults';
import { useLeaving } from '@/returns/useLeaving';
import { usePlainWords } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { useLeavingsWords } from './words';

/** Who has said that they leave: agree or not, with a reason; and a leaving that somebody told by telephone. */
export default function Leavings() {
  useEntry();
  const words = useLeavingsWords();
  const watermark = useWatermark();
  const list = useLeavings();
  const [isReporting, setReporting] = useState(false);
  const items = list.data?.items ?? [];
  const asked = items.filter(({ state }) => state === 'asked');
  const others = items.filter(({ state }) => state !== 'asked');
  if (isReporting) return <Reporting onDone={() => setReporting(false)} />;
  return (
    <Page
      title={words.title}
      watermark={watermark}
      foot={<Button kind="tint" label={words.report} onTap={() => setReporting(true)} />}
    >
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        {asked.map((one) => (
          <LeavingCard key={one.id} of={one}>
            <Word one={one} />
          </LeavingCard>
        ))}
        {others.length > 0 && <Heading>{words.before}</Heading>}
        {others.map((one) => (
          <LeavingCard key={one.id} of={one}>
            {needsPaper(one) && (
              <Link label={words.paper} onTap={() => open(pages.paper, { id: one.returnId ?? '' })} />
            )}
          </LeavingCard>
        ))}
      </Async>
    </Page>
  );
}

/** Agreed, under observation, and to a place that is not in this system. */
const needsPaper = ({ state, returnId, isObserved, toCommunity }: LeavingView): boolean =>
  isObserved && returnId !== null && !toCommunity && (state === 'agreed' || state === 'left');

/** The worker’s word on a leaving under observation. */
function Word({ one }: { one: LeavingView }) {
  const words = useLeavingsWords();
  const [isRefusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [isSending, setSending] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const answer = async (body: { decision: 'agree' } | { decision: 'refuse'; reason: string }) => {
    if (isSending) return;
    setSending(true);
    const sent = {
      params: { id: one.id },
      body: { ...body, seenVersion: one.version },
    };
    await call('answerLeaving', sent).catch(showRefusal);
    touched('leaving');
    touched('return');
    setSending(false);
  };
  if (!isRefusing)
    return (
      <>
        {refusal && <Notice>{refusal}</Notice>}
        <Button kind="plain" label={words.refuse} onTap={() => setRefusing(true)} />
        <Button
          kind="tint"
          label={words.agree}
          off={isSending}
          onTap={() => void answer({ decision: 'agree' })}
        />
      </>
    );
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      <Cells
        label={words.why}
        value={reason}
        onChange={setReason}
        options={Object.values(words.reasons).map((text) => ({ value: text, label: text }))}
      />
      <Button
        kind="danger"
        label={words.refuseYes}
        off={!reason || isSending}
        onTap={() => reason && void answer({ decision: 'refuse', reason })}
      />
    </>
  );
}

/** Told by telephone or at the door: of those who are under observation or still to be verified. */
function Reporting({ onDone }: { onDone(): void }) {
  const words = useLeavingsWords();
  const own = useLeavingWords();
  const plain = usePlainWords();
  const watermark = useWatermark();
  const returns = useReturns();
  const done = () => {
    onDone();
    scrollTo('page');
  };
  const { form, change, isSending, send, faultOf, refusal } = useLeaving(done);
  const open = returns.data?.items.filter(({ state }) => state === 'declared' || state === 'verified') ?? [];
  const people = open.map(({ residentId, person, door }) => ({
    value: residentId,
    label: `${door} ${person.name}`,
  }));
  return (
    <Page
      title={words.report}
      onBack={onDone}
      watermark={watermark}
      foot={<Button label={isSending ? plain.sending : own.send} off={isSending} onTap={() => void send()} />}
    >
      <Async query={returns} empty={people.length === 0 && <State icon="done" words={words.nobody} />}>
        <Notice kind="waiting">{words.word}</Notice>
        {refusal && <Notice>{refusal}</Notice>}
        <LeavingFields people={people} form={form} faultOf={faultOf} onChange={change} />
      </Async>
    </Page>
  );
}
