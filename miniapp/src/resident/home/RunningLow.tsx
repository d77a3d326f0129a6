import { runsLowDays } from '@shared/requests/runsLow';
import { dayMs } from '@shared/time';
import { View } from '@tarojs/components';
import { now } from '@/client/clock';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useErrands } from '@/client/queries/errands';
import { useDraft } from '@/client/useDraft';
import { Button, Card, Heading, Link } from '@/parts';
import { useResidentWords } from '../words';

/** Medicine of the last order runs low: whether to order it again, asked until it is used up. */
export function RunningLow({ householdId }: { householdId: string }) {
  const orders = useErrands(true, { householdId, kind: 'medicine' }).data?.pages[0]?.items;
  // What was ordered again says nothing of it any more.
  const last = orders?.find(({ state, runsLowAt }) => state === 'closed' && runsLowAt);
  if (!last) return null;
  const since = now().getTime() - new Date(last.runsLowAt ?? '').getTime();
  return since >= 0 && since < runsLowDays * dayMs ? <Ask id={last.id} /> : null;
}

function Ask({ id }: { id: string }) {
  const words = useResidentWords();
  const [answered, answer] = useDraft<'no'>(`runsLow:${id}`);
  if (answered) return null;
  return (
    <Card kind="waiting">
      <Heading look="title">{words.runsLow}</Heading>
      <View className="under">{words.runsLowHelp}</View>
      <Button kind="tint" label={words.orderAgain} onTap={() => open(pages.order, { again: id })} />
      <Link label={words.notNow} onTap={() => answer('no')} />
    </Card>
  );
}
