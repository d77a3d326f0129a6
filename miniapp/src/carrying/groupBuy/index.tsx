import { useState } from 'react';
import { useGroupBuys } from '@/client/queries/groupBuys';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Page, State } from '@/parts';
import { useGroupBuyWords } from '@/requests/errands/groupBuyWords';
import { useWatermark } from '@/worklist/useWatermark';
import { Group } from './Group';
import { JoinFor } from './JoinFor';
import { Opening } from './Opening';

/** Orders of an area: whoever answers for it opens one, sees who joined, or cancels it; staff join for a household. */
export default function Groups() {
  const isReady = useEntry();
  const words = useGroupBuyWords();
  const watermark = useWatermark();
  const role = useSession(({ session }) => activeMembership(session)?.role);
  const list = useGroupBuys(isReady, false);
  const items = list.data ?? [];
  const [isOpening, setOpening] = useState(false);
  const [joining, setJoining] = useState('');
  const joined = items.find(({ id }) => id === joining);
  const mayOpen = role === 'leader' || role === 'office';
  if (joined) return <JoinFor of={joined} onDone={() => setJoining('')} />;
  return (
    <Page
      title={words.title}
      watermark={watermark}
      foot={mayOpen && !isOpening && <Button label={words.open} onTap={() => setOpening(true)} />}
    >
      {isOpening && <Opening onDone={() => setOpening(false)} />}
      <Async query={list} empty={items.length === 0 && !isOpening && <State icon="bag" words={words.none} />}>
        {items.map((one) => (
          <Group key={one.id} of={one} onJoin={() => setJoining(one.id)} />
        ))}
      </Async>
    </Page>
  );
}
