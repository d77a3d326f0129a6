import { inBeijing } from '@shared/time';
import { Text, View } from '@tarojs/components';
import { serverTime } from '@/client/clock';
import { open } from '@/client/navigate';
import { type PageUrl, pages } from '@/client/pages';
import { useWorklist } from '@/client/queries';
import { useUnreported } from '@/client/queries/fevers';
import { Tap } from '@/parts';
import { useDayWord } from '@/words/dayWord';
import { useWorklistWords } from './words';

/** The first row of an overview: how far the temperatures have come, and what is to be looked into; each leads to its list. */
export function Figures() {
  const words = useWorklistWords();
  const dayWord = useDayWord();
  const list = useUnreported(true, {});
  const waiting = useWorklist().data?.pages[0]?.counts;
  const first = list.data?.pages[0];
  if (!first || !waiting) return null;
  const { owed, done, late, open: unfilled, overdue, missed } = first.counts;
  const name = `${dayWord(first.date)}${words.when[first.window] ?? ''}`;
  const figures: [
    label: string,
    value: number,
    of: number | null,
    page: PageUrl,
    params?: { open: 'true' },
  ][] = [
    [words.owed(name), owed, null, pages.unreported],
    [words.reported, done + late, owed, pages.unreported],
    [words.missing, unfilled + missed, owed, pages.unreported],
    [words.pastDue, overdue + missed, owed, pages.unreported],
    [words.toHandle, waiting.cases, null, pages.cases, { open: 'true' }],
  ];
  return (
    <>
      <View className="figures overview">
        {figures.map(([label, value, of, page, params]) => (
          <Tap key={label} className="card figure-card" onTap={() => open(page, params)}>
            <View className="help">{label}</View>
            <View>
              <Text className="count">{value}</Text>
              {of !== null && <Text className="help"> / {of}</Text>}
            </View>
          </Tap>
        ))}
      </View>
      <View className="help">{words.asOf(inBeijing(serverTime(list.dataUpdatedAt)).format('HH:mm'))}</View>
    </>
  );
}
