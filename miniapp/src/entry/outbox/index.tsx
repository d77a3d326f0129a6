import { View } from '@tarojs/components';
import { useState } from 'react';
import { actAs } from '@/client/actAs';
import { beginMending, endMending } from '@/client/mending';
import { goHome, replaceWith } from '@/client/navigate';
import { discard, mendedDraft, type OutboxEntry, sendWaiting, useOutbox } from '@/client/outbox';
import { keep } from '@/client/phoneStore';
import { useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Chip, Heading, Page, State } from '@/parts';
import { useClockText } from '@/words';
import { useRefusalWords } from '@/words/problems';
import { useOutboxWords } from '../words';

/** What is kept on the phone until the network is back. It is sent by itself, once. */
export default function Outbox() {
  useEntry();
  const words = useOutboxWords();
  const { entries } = useOutbox();
  const hasWaiting = entries.some(({ state }) => state !== 'refused');
  return (
    <Page
      title={words.title}
      foot={
        hasWaiting ? (
          <Button icon="refresh" label={words.sendAll} onTap={() => void sendWaiting()} />
        ) : (
          <Button label={words.home} onTap={goHome} />
        )
      }
    >
      {hasWaiting && <View className="under">{words.help}</View>}
      {entries.length === 0 && <State icon="done" words={words.none} />}
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} />
      ))}
    </Page>
  );
}

function Entry({ entry }: { entry: OutboxEntry }) {
  const words = useOutboxWords();
  const clockText = useClockText();
  const { state, at, operation } = entry;
  const kind = { waiting: 'warn', sending: 'info', refused: 'bad' } as const;
  return (
    <Card kind={state === 'refused' ? 'urgent' : 'waiting'}>
      <Chip kind={kind[state]} label={words.states[state]} />
      <Heading look="title">{words.operations[operation] ?? words.other}</Heading>
      <View className="help">{words.keptAt(clockText(at))}</View>
      <Reason entry={entry} />
      {state !== 'sending' && <Choices entry={entry} />}
    </Card>
  );
}

/** Why it did not get through, and never will as it is. */
function Reason({ entry: { refused } }: { entry: OutboxEntry }) {
  const refusalWords = useRefusalWords();
  return refused ? <View>{refusalWords(refused.code)}</View> : null;
}

/** Mend it, or let it go. What is mended is another wish: it takes the place of this one when it is sent. */
function Choices({ entry: { key, draft, state, refused, membershipId } }: { entry: OutboxEntry }) {
  const words = useOutboxWords();
  const [isAsking, setAsking] = useState(false);
  const [isOpening, setOpening] = useState(false);
  const { id: accountId = '', active } = useSession(({ session }) => session?.account) ?? {};
  // Whoever may not act as that any more cannot send it, however it is mended.
  const isOver = refused?.code === 'membership.unknown';
  const mend = async () => {
    if (!draft || isOpening) return;
    // From this tap on: who it belongs to may take long to be known, and it must not leave meanwhile.
    const mending = beginMending(key);
    setOpening(true);
    if (membershipId && membershipId !== active) await actAs(({ id }) => id === membershipId);
    keep(accountId, mendedDraft(key), draft.value);
    if (await replaceWith(draft.page, { ...draft.params, mends: key })) return;
    endMending(mending);
    setOpening(false);
  };
  return (
    <>
      {draft && !isOver && (
        <Button
          kind={state === 'refused' ? '' : 'plain'}
          label={words.mend}
          off={isOpening}
          onTap={() => void mend()}
        />
      )}
      <Button
        kind="plain"
        label={isAsking ? words.reallyDiscard : words.discard}
        onTap={() => (isAsking ? discard(key) : setAsking(true))}
      />
    </>
  );
}
