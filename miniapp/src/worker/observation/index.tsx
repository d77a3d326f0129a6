import type { ObservationView } from '@shared/observation/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useObservation } from '@/client/queries/observations';
import { useEntry } from '@/client/useEntry';
import { Needs } from '@/observation/Needs';
import { Papers } from '@/observation/Papers';
import { useObservationWords } from '@/observation/words';
import { Async, Card, Line, Notice, Page } from '@/parts';
import { TakeReading } from '@/readings/TakeReading';
import { Readings } from '@/requests/Readings';
import { useWords } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { ObservedPerson } from '../ObservedPerson';
import { Annul, Approve, Back, EarlyRelease } from './acts';
import { Replan } from './Replan';
import { TestForm } from './TestForm';
import { Tests } from './Tests';

const Reading = ({ of, onBack }: { of: ObservationView; onBack(): void }) => (
  <Card>
    <TakeReading residentId={of.residentId} onDone={onBack} />
  </Card>
);

const asks = {
  reading: Reading,
  test: TestForm,
  early: EarlyRelease,
  replan: Replan,
  annul: Annul,
  back: Back,
  approve: Approve,
} as const;
type Ask = keyof typeof asks;

const needsApproval = (release: ObservationView['release']): boolean =>
  release?.blocking.some(({ code }) => code === 'release.notApproved') ?? false;

/** Goes without saying before the last day. */
const onlyAtTheEnd = ['release.periodNotOver', 'release.notChecked'];

/** What may be asked for now, as the server says; whoever is at home is measured by whoever reads this page. */
const asksOf = ({ state, actions, release }: ObservationView): Ask[] => [
  ...(state === 'open' ? ['reading' as const] : []),
  ...(actions.includes('return') ? ['back' as const] : []),
  ...(actions.includes('test') ? ['test' as const] : []),
  ...(actions.includes('approve') && needsApproval(release) ? ['approve' as const] : []),
  ...(actions.includes('release') ? ['early' as const] : []),
  ...(actions.includes('replan') ? ['replan' as const] : []),
  ...(actions.includes('annul') ? ['annul' as const] : []),
];

/** One observation for whoever looks after it: what its release needs, how the temperatures went, and what each may do about it. */
export default function Observation() {
  useEntry();
  const words = useObservationWords();
  const watermark = useWatermark();
  const query = useObservation(useRouter().params.id ?? '');
  const [ask, setAsk] = useState<Ask | null>(null);
  const [said, say] = useState('');
  const of = query.data;
  const Asked = ask && asks[ask];
  const done = (text: string) => {
    setAsk(null);
    say(text);
  };
  const begin = (name: Ask) => {
    setAsk(name);
    say('');
  };
  return (
    <Page title={words.title} watermark={watermark} {...(ask && { onBack: () => setAsk(null) })}>
      <Async query={query}>
        {of && (
          <>
            {said && <Notice kind="warm">{said}</Notice>}
            <Card>
              <ObservedPerson of={of} />
              <Edition of={of} />
              {!Asked && <Needs of={of} without={of.daysLeft > 0 ? onlyAtTheEnd : []} />}
              {!Asked && <Papers of={of} />}
            </Card>
            {Asked ? (
              <Asked key={of.id} of={of} onDone={done} onBack={() => setAsk(null)} />
            ) : (
              <>
                <Asks names={asksOf(of)} onAsk={begin} />
                <Tests of={of} />
                <Readings residentId={of.residentId} />
              </>
            )}
          </>
        )}
      </Async>
    </Page>
  );
}

function Asks({ names, onAsk }: { names: Ask[]; onAsk(name: Ask): void }) {
  const words = useObservationWords();
  if (!names.length) return null;
  return (
    <Card>
      {names.map((name) => (
        <Line key={name} label={words.acts[name]} onTap={() => onAsk(name)} />
      ))}
    </Card>
  );
}

function Edition({ of }: { of: ObservationView }) {
  const words = useObservationWords();
  return <View className="under">{words.policy(useWords(of.policy.edition))}</View>;
}
