import type { SlotCounts } from '@shared/schedules/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '@/parts';
import { useUnreportedWords } from './words';

/** How far a window has come; each number with what it is a part of. */
export function Counts({ counts, asOf }: { counts: SlotCounts; asOf: string }) {
  const words = useUnreportedWords();
  const { owed, done, late, open, overdue, missed, excused } = counts;
  const figures: [label: string, value: number, of?: number][] = [
    [words.owed, owed],
    [words.reported, done + late, owed],
    [words.open, open + missed, owed],
    [words.overdue, overdue + missed, owed],
    [words.excused, excused, owed + excused],
  ];
  return (
    <Card>
      <View className="figures">
        {figures.map(([label, value, of]) => (
          <View key={label}>
            <View className="help">{label}</View>
            <View>
              <Text className="count">{value}</Text>
              {of !== undefined && <Text className="help"> {words.of(of)}</Text>}
            </View>
          </View>
        ))}
      </View>
      <View className="help">{words.asOf(asOf)}</View>
    </Card>
  );
}
