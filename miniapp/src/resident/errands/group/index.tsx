import type { GroupBuyView } from '@shared/requests/groupBuy';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMay } from '@/client/acting';
import { call } from '@/client/call';
import { useMe } from '@/client/queries';
import { useGroupBuys } from '@/client/queries/groupBuys';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Link, Notice, Page, Select, State } from '@/parts';
import { GroupBuyHead } from '@/requests/errands/GroupBuyHead';
import { useGroupBuyWords } from '@/requests/errands/groupBuyWords';
import { useGroupBuying } from '@/requests/errands/useGroupBuying';
import { yuanText } from '@/requests/errands/yuan';
import { Nobody } from '../Nobody';

/** What many order together: a household joins with its shares until it closes. */
export default function Groups() {
  const isReady = useEntry();
  const words = useGroupBuyWords();
  const me = useMe();
  const mayOrder = useMay('order');
  const householdId = (mayOrder && me.data?.household?.id) || '';
  const list = useGroupBuys(isReady && householdId !== '', true);
  const items = list.data ?? [];
  return (
    <Page title={words.title}>
      <Async query={me} empty={!householdId && <Nobody isNew={!me.data?.household} />}>
        <Async query={list} empty={items.length === 0 && <State icon="bag" words={words.none} />}>
          <View className="field help">{words.after}</View>
          {items.map((one) => (
            <Group key={one.id} of={one} householdId={householdId} />
          ))}
        </Async>
      </Async>
    </Page>
  );
}

function Group({ of, householdId }: { of: GroupBuyView; householdId: string }) {
  const words = useGroupBuyWords();
  const { send, refusal, isSending } = useGroupBuying();
  const [chosen, choose] = useState('');
  const take = async (shares: number) => {
    const body = { householdId, shares };
    if (await send(() => call('joinGroupBuy', { params: { id: of.id }, body }))) choose('');
  };
  const options = Array.from({ length: of.mostShares }, (_, i) => ({
    value: String(i + 1),
    label: words.shares(i + 1),
  }));
  return (
    <Card>
      <GroupBuyHead of={of} />
      {of.mine !== null && (
        <View className="title">{words.mine(of.mine, yuanText(of.mine * of.shareFen))}</View>
      )}
      {refusal && <Notice kind="waiting">{refusal}</Notice>}
      {of.actions.includes('join') && (
        <>
          <Select label={words.howMany} value={chosen} onChange={choose} options={options} />
          <Button
            kind="tint"
            label={of.mine === null ? words.join : words.change}
            off={!chosen || isSending}
            onTap={() => chosen && void take(Number(chosen))}
          />
          {of.mine !== null && <Link label={words.leave} onTap={() => void take(0)} />}
        </>
      )}
    </Card>
  );
}
