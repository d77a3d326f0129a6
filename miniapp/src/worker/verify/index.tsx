import type { ReturnView } from '@shared/returns/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useParty, useReturn } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Card, Chip, Line, Link, Page, State } from '@/parts';
import { useChoiceWords, useOriginText, useReturnWords } from '@/returns/words';
import { useClockText } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { useWorkerWords } from '../words';
import { Decision } from './Decision';
import { Person } from './Person';

/** One family that declared: who they are, a call, and the decision. */
export default function Verify() {
  const isReady = useEntry();
  const words = useWorkerWords();
  const { id = '' } = useRouter().params;
  const asked = useReturn(isReady ? id : '');
  const party = useParty(asked.data?.partyId ?? '');
  const watermark = useWatermark();
  const declared = party.data?.items.filter(({ state }) => state === 'declared') ?? [];
  const isFever = ({ urgency }: ReturnView) => urgency === 'fever';
  const waiting = [...declared.filter(isFever), ...declared.filter((one) => !isFever(one))];
  const [first] = waiting;
  return (
    <Page title={words.verifyTitle} watermark={watermark}>
      <Async query={asked.error ? asked : party} empty={!first && <State icon="done" words={words.done} />}>
        {first && (
          <>
            <View className="head">
              {first.door} · {words.people(waiting.length)}
            </View>
            {waiting.map((one) => (
              <Person key={one.id} one={one} />
            ))}
            <Journey first={first} />
            <Decision waiting={waiting} />
          </>
        )}
      </Async>
    </Page>
  );
}

function Journey({ first }: { first: ReturnView }) {
  const words = useReturnWords();
  const own = useWorkerWords();
  const choices = useChoiceWords();
  const originText = useOriginText();
  const clockText = useClockText();
  const { kind, number, seat } = first.transport;
  return (
    <Card>
      {first.late && <Chip kind="warn" label={own.late24} />}
      <Line label={words.from} value={originText(first.origin)} />
      <Line label={words.by} value={[choices[kind], number, seat].filter(Boolean).join(' ')} />
      <Line label={words.left} value={clockText(first.leftAt)} />
      <Line label={words.arrived} value={clockText(first.arrivedAt)} />
      <Link label={own.correct} onTap={() => open(pages.workerCorrect, { partyId: first.partyId })} />
    </Card>
  );
}
