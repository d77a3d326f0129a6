import type { LeavingView } from '@shared/returns/leaving';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { useLeavings, useMe, useReturns } from '@/client/queries';
import { scrollTo } from '@/client/scroll';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Heading, Notice, Page } from '@/parts';
import { LeavingCard } from '@/returns/LeavingCard';
import { LeavingFields } from '@/returns/LeavingFields';
import { useLeavingWords } from '@/returns/leavingWords';
import { useFaults } from '@/returns/useFaults';
import { useLeaving } from '@/returns/useLeaving';
import { usePlainWords } from '@/words';
import { useLeaveWords } from './words';

/** A resident says that somebody of the household leaves; under observation the grid worker has to agree. */
export default function Leave() {
  useEntry();
  const words = useLeaveWords();
  const own = useLeavingWords();
  const plain = usePlainWords();
  const me = useMe();
  const leavings = useLeavings();
  const people = usePeople();
  const [round, setRound] = useState(0);
  const sent = () => {
    setRound(round + 1);
    scrollTo('page');
  };
  const { form, change, isSending, send, faultOf, refusal } = useLeaving(sent);
  const items = leavings.data?.items ?? [];
  return (
    <Page
      title={words.title}
      foot={<Button label={isSending ? plain.sending : own.send} off={isSending} onTap={() => void send()} />}
    >
      <Async query={me}>
        {items.map((one) => (
          <LeavingCard key={one.id} of={one}>
            {one.actions.includes('withdraw') && <Stay one={one} />}
          </LeavingCard>
        ))}
        <Heading look="head">{words.head}</Heading>
        <View className="under">{words.help}</View>
        {refusal && <Notice>{refusal}</Notice>}
        <LeavingFields key={round} people={people} form={form} faultOf={faultOf} onChange={change} />
      </Async>
    </Page>
  );
}

/** The household of the roster; of somebody who only declared, the people of the declaration. */
function usePeople() {
  const me = useMe();
  const returns = useReturns();
  const household = me.data?.household?.people.map(({ residentId, name }) => ({
    value: residentId,
    label: name,
  }));
  const declared = returns.data?.items.map(({ residentId, person }) => ({
    value: residentId,
    label: person.name,
  }));
  const all = household ?? declared ?? [];
  return all.filter(({ value }, i) => all.findIndex((one) => one.value === value) === i);
}

function Stay({ one }: { one: LeavingView }) {
  const words = useLeavingWords();
  const { refusal, showRefusal } = useFaults();
  const stay = () =>
    call('withdrawLeaving', { params: { id: one.id }, body: { seenVersion: one.version } })
      .catch(showRefusal)
      .finally(() => touched('leaving'));
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      <Button kind="plain" label={words.stays} onTap={() => void stay()} />
    </>
  );
}
