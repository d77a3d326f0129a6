import type { HandoverView } from '@shared/returns/handover';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useHandovers } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Chip, dial, Heading, Notice, Page, RoundCall, State } from '@/parts';
import { useMomentText, usePlainWords } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { Answer } from './Answer';
import { useHandoverWords } from './words';

type Asking = { id: string; how: 'take' | 'refuse' } | null;

/** People whom other communities offer to this one: how many, from where; taken or not, with a reason. */
export default function Handovers() {
  useEntry();
  const words = useHandoverWords();
  const watermark = useWatermark();
  const list = useHandovers();
  const [asking, ask] = useState<Asking>(null);
  const [said, say] = useState('');
  const items = list.data?.items ?? [];
  const answered = (text: string) => {
    ask(null);
    say(text);
  };
  const asked = asking && items.find(({ returnId }) => returnId === asking.id);
  return (
    <Page isWide title={words.title} watermark={watermark}>
      {said && <Notice kind="warm">{said}</Notice>}
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        {asked ? (
          <>
            <Offered one={asked} />
            <Answer one={asked} how={asking.how} onDone={answered} onBack={() => ask(null)} />
          </>
        ) : (
          items.map((one) => (
            <Offered key={one.returnId} one={one} onAsk={(how) => ask({ id: one.returnId, how })} />
          ))
        )}
      </Async>
    </Page>
  );
}

/** One party, masked, and the telephone of the community that still answers for it. */
function Offered({ one, onAsk }: { one: HandoverView; onAsk?: (how: 'take' | 'refuse') => void }) {
  const words = useHandoverWords();
  const { comma } = usePlainWords();
  const momentText = useMomentText();
  const { from, people, names, arrivesAt, dueAt, urgency, isObserved } = one;
  return (
    <Card kind={urgency === 'fever' ? 'urgent' : 'waiting'}>
      <View className="row">
        <View className="grow">
          <Heading look="title">{words.from(from.name)}</Heading>
          <View className="under">
            {words.people(people)} · {names.join(comma)}
          </View>
          <View className="under">{words.arrives(momentText(arrivesAt))}</View>
        </View>
        <RoundCall label={words.call(from.name)} onTap={() => dial(from.phone)} />
      </View>
      <View className="row wrap">
        <Chip kind="warn" label={words.before(momentText(dueAt))} />
        {isObserved && <Chip kind="info" label={words.observed} />}
      </View>
      {onAsk && (
        <View className="row">
          <Button kind="plain" label={words.refuse} onTap={() => onAsk('refuse')} />
          <Button kind="tint" label={words.take} onTap={() => onAsk('take')} />
        </View>
      )}
    </Card>
  );
}
