import { View } from '@tarojs/components';
import { useState } from 'react';
import { goHome, replaceWith } from '@/client/navigate';
import { discard, type OutboxEntry, sendWaiting, useOutbox } from '@/client/outbox';
import { keep } from '@/client/phoneStore';
import { Problem } from '@/client/problem';
import { useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Chip, Heading, Page, State } from '@/parts';
import { useClockText } from '@/words';
import { useProblemWords } from '@/words/problems';
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
  const problemWords = useProblemWords();
  if (!refused) return null;
  return (
    <View>
      {problemWords(new Problem({ ...refused, params: {}, type: '', title: '', status: 0, requestId: '' }))}
    </View>
  );
}

/** Mend it, or let it go. What is mended is another wish: the old one is not sent any more. */
function Choices({ entry: { key, draft, state } }: { entry: OutboxEntry }) {
  const words = useOutboxWords();
  const [isAsking, setAsking] = useState(false);
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const mend = () => {
    if (!draft) return;
    keep(accountId, draft.name, draft.value);
    discard(key);
    replaceWith(draft.page);
  };
  return (
    <>
      {draft && <Button kind={state === 'refused' ? '' : 'plain'} label={words.mend} onTap={mend} />}
      <Button
        kind="plain"
        label={isAsking ? words.reallyDiscard : words.discard}
        onTap={() => (isAsking ? discard(key) : setAsking(true))}
      />
    </>
  );
}
