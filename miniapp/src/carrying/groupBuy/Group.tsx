import type { GroupBuyView } from '@shared/requests/groupBuy';
import { useState } from 'react';
import { call } from '@/client/call';
import { useGroupBuyDoors } from '@/client/queries/groupBuys';
import { Async, Card, Line, Link, Notice } from '@/parts';
import { GroupBuyHead } from '@/requests/errands/GroupBuyHead';
import { useGroupBuyWords } from '@/requests/errands/groupBuyWords';
import { useGroupBuying } from '@/requests/errands/useGroupBuying';

/** One of them on duty: joining for a household, who joined, cancelling it. */
export function Group({ of, onJoin }: { of: GroupBuyView; onJoin(): void }) {
  const words = useGroupBuyWords();
  const { send, refusal } = useGroupBuying();
  const [isSure, setSure] = useState(false);
  const [isShown, show] = useState(false);
  const cancel = () =>
    send(() => call('cancelGroupBuy', { params: { id: of.id }, body: { seenVersion: of.version } }));
  return (
    <Card>
      <GroupBuyHead of={of} />
      {refusal && <Notice kind="waiting">{refusal}</Notice>}
      {of.actions.includes('join') && <Link label={words.joinFor} onTap={onJoin} />}
      {of.actions.includes('readDoors') && of.doors > 0 && !isShown && (
        <Link label={words.doors} onTap={() => show(true)} />
      )}
      {isShown && <Doors of={of} />}
      {of.actions.includes('cancel') && (
        <Link
          label={isSure ? words.really : words.cancel}
          onTap={() => (isSure ? void cancel() : setSure(true))}
        />
      )}
    </Card>
  );
}

function Doors({ of }: { of: GroupBuyView }) {
  const words = useGroupBuyWords();
  const doors = useGroupBuyDoors(of.id, true);
  return (
    <Async query={doors}>
      {doors.data?.map(({ householdId, door, shares, writtenBy }) => (
        <Line
          key={householdId}
          label={door}
          value={writtenBy === null ? words.shares(shares) : words.byStaff(shares, writtenBy)}
        />
      ))}
    </Async>
  );
}
