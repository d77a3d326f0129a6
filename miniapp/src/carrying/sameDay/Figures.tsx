import { type SameDayState, sameDayStates } from '@shared/requests/sameDay';
import { Text, View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import type { SameDayAsked, SameDayFigures } from '@/client/queries/sameDay';
import { Tap } from '@/parts';
import { useSameDayWords } from './words';

interface FiguresProps {
  figures: SameDayFigures;
  asked: Omit<SameDayAsked, 'state'>;
  /** Before that nobody can say. */
  isLateKnown: boolean;
}

/** How far it has come: each number with what it is a part of, and its list behind it. */
export function Figures({ figures: { placed, counts, minutes }, asked, isLateKnown }: FiguresProps) {
  const words = useSameDayWords();
  const shown = sameDayStates.filter((state) => state !== 'late' || isLateKnown);
  const show = (state: SameDayState) => open(pages.sameDayList, { ...asked, state });
  return (
    <>
      <View className="figures overview">
        <View className="card figure-card">
          <View className="help">{words.placed}</View>
          <Text className="count">{placed}</Text>
        </View>
        {shown.map((state) => (
          <Tap key={state} className="card figure-card" onTap={() => show(state)}>
            <View className="help">{words.states[state]}</View>
            <View>
              <Text className="count">{counts[state]}</Text>
              <Text className="help"> {words.of(placed)}</Text>
            </View>
          </Tap>
        ))}
      </View>
      {minutes.accepted !== null && (
        <View className="under">
          {words.medians(words.minutes(minutes.accepted), words.minutes(minutes.delivered))}
        </View>
      )}
    </>
  );
}
