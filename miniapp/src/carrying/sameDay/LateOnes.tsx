import { dayOf } from '@shared/time';
import { now } from '@/client/clock';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { type SameDayAsked, useSameDayErrands } from '@/client/queries/sameDay';
import { Async, Button, Heading } from '@/parts';
import { DayErrand } from './DayErrand';
import { useSameDayWords } from './words';

/** So many stand before the figures; the others are one tap away. */
const mostFirst = 3;

/** What will not make it: the longest waiting first. */
export function LateOnes({ asked, count }: { asked: Omit<SameDayAsked, 'state'>; count: number }) {
  const words = useSameDayWords();
  const late = { ...asked, state: 'late' as const };
  const list = useSameDayErrands(late);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isToday = asked.date === dayOf(now());
  return (
    <>
      <Heading>{isToday ? words.lateOnes(count) : words.lateOnesOf(count)}</Heading>
      <Async query={list}>
        {items.slice(0, mostFirst).map((one) => (
          <DayErrand key={one.id} of={one} />
        ))}
        {count > mostFirst && (
          <Button kind="plain" label={words.all(count)} onTap={() => open(pages.sameDayList, late)} />
        )}
      </Async>
    </>
  );
}
