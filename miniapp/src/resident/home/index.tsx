import type { ReturnView } from '@shared/returns/contract';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMe, useObservations, useReturns } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Call, Card, Chip, Page } from '@/parts';
import { clockText, usePlainWords } from '@/words';
import { useResidentWords } from '../words';

const open = (url: string) => void Taro.navigateTo({ url });

/** What is going on in the household, and the one thing to do next. */
export default function Home() {
  const isReady = useEntry();
  const words = useResidentWords();
  const plain = usePlainWords();
  const me = useMe();
  const returns = useReturns();
  const observations = useObservations();
  const [observation] = observations.data?.items ?? [];
  const latest =
    returns.data?.items.filter(({ partyId }) => partyId === returns.data?.items[0]?.partyId) ?? [];
  const isWaiting = latest.some(({ state }) => state === 'declared');
  const community = me.data?.community;
  if (!isReady) return <Page title={words.home}>{plain.loading}</Page>;
  return (
    <Page title={`${words.home} · ${community?.name ?? ''}`}>
      <Async query={returns}>
        <View className="head">
          {words.hello} {me.data?.household?.door ?? latest[0]?.door ?? ''}
        </View>
        {observation && !isWaiting && (
          <Card>
            <View className="title">{words.observing(observation.day, observation.daysLeft)}</View>
            <Button label={words.days} onTap={() => open('/resident/myDays/index')} />
          </Card>
        )}
        {!observation && !isWaiting && latest[0]?.state !== 'rejected' && (
          <Card>
            <View>{words.nothing}</View>
            <Button label={words.declare} onTap={() => open('/resident/declare/index')} />
          </Card>
        )}
        <Declared latest={latest} />
        {community && <Call label={plain.callCommunity} phone={community.duty.phone} />}
      </Async>
    </Page>
  );
}

function Declared({ latest }: { latest: ReturnView[] }) {
  const words = useResidentWords();
  const plain = usePlainWords();
  const [first] = latest;
  if (!first || (first.state !== 'declared' && first.state !== 'rejected')) return null;
  const names = latest.map(({ person }) => person.name).join('、');
  if (first.state === 'rejected') {
    return (
      <Card kind="waiting">
        <Chip kind="warn" label={`! ${words.rejected}`} />
        <View>{first.rejected?.reason}</View>
        <Button label={words.again} onTap={() => open('/resident/declare/index')} />
      </Card>
    );
  }
  const hasFever = latest.some(({ urgency }) => urgency === 'fever');
  return (
    <Card kind={hasFever ? 'urgent' : 'waiting'}>
      <Chip kind="ok" label={`✓ ${words.waiting}`} />
      {hasFever && <View className="title">{words.fever}</View>}
      <View>{names}</View>
      <View>{words.by(first.responsible.name, clockText(first.dueAt))}</View>
      {hasFever && <Call kind="danger" label={plain.call120} phone="120" />}
      <Call label={words.callWorker} phone={first.responsible.phone} />
    </Card>
  );
}
