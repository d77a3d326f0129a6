import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Late } from '@/carrying/Late';
import { serverTime } from '@/client/clock';
import { useWorklist } from '@/client/queries';
import { activeMembership, useSession } from '@/client/session';
import { Async, Button, Chip, Link, State } from '@/parts';
import { usePlainWords } from '@/words';
import { Item } from './Item';
import { useWorklistWords } from './words';

/** What waits in somebody's grids, live; fevers first. */
export function Worklist() {
  const words = useWorklistWords();
  const { comma } = usePlainWords();
  const list = useWorklist();
  useEveryMinute();
  // Whoever looks after fevers, or listens, has nothing to verify.
  const role = useSession(({ session }) => activeMembership(session)?.role);
  const isVerifier = role !== 'health' && role !== 'counsellor';
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = list.data?.pages[0]?.counts;
  return (
    <>
      <View className="row between">
        <View className="help">
          {list.data && words.updated(inBeijing(serverTime(list.dataUpdatedAt)).format('HH:mm'))}
        </View>
        <Link icon="refresh" label={words.refresh} onTap={() => void list.refetch()} />
      </View>
      <Late />
      <Async
        query={list}
        empty={items.length === 0 && <State icon="done" words={words.none + comma + words.live} />}
      >
        {counts && (
          <View className="row wrap counts">
            {counts.cases > 0 && <Chip kind="bad" label={words.cases(counts.cases)} />}
            {isVerifier && <Chip label={words.toVerify(counts.open)} />}
            {counts.fever > 0 && <Chip kind="bad" label={words.feverCount(counts.fever)} />}
            {counts.overdue > 0 && <Chip kind="warn" label={words.overdue(counts.overdue)} />}
            {counts.errands > 0 && <Chip kind="info" label={words.errands(counts.errands)} />}
            {counts.unaccepted > 0 && <Chip kind="warn" label={words.unaccepted(counts.unaccepted)} />}
            {counts.reconciliations > 0 && (
              <Chip kind="warn" label={words.reconciliations(counts.reconciliations)} />
            )}
            {counts.disputes > 0 && <Chip kind="bad" label={words.disputes(counts.disputes)} />}
            {counts.rings > 0 && <Chip kind="info" label={words.rings(counts.rings)} />}
            {counts.unreported > 0 && <Chip kind="warn" label={words.unreported(counts.unreported)} />}
            {counts.visits > 0 && <Chip kind="warn" label={words.visits(counts.visits)} />}
            {counts.trash > 0 && <Chip kind="warn" label={words.trash(counts.trash)} />}
            {counts.runningLow > 0 && <Chip kind="warn" label={words.runningLow(counts.runningLow)} />}
            {counts.checks > 0 && <Chip kind="warn" label={words.checks(counts.checks)} />}
            {counts.releases > 0 && <Chip kind="warn" label={words.releases(counts.releases)} />}
            {counts.away > 0 && <Chip kind="warn" label={words.aways(counts.away)} />}
            {counts.leavings > 0 && <Chip kind="warn" label={words.leavings(counts.leavings)} />}
            {counts.handovers > 0 && <Chip kind="warn" label={words.handovers(counts.handovers)} />}
          </View>
        )}
        {items.map((item) => (
          <Item key={`${item.kind} ${item.id}`} item={item} />
        ))}
        {list.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void list.fetchNextPage()} />
        )}
      </Async>
    </>
  );
}

/** What is left of a deadline is told anew every minute. */
function useEveryMinute(): void {
  const [, again] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => again((n) => n + 1), 60_000);
    return () => clearInterval(timer);
  }, []);
}
