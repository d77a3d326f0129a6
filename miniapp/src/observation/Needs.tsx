import type { ObservationView, ReleaseView } from '@shared/observation/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Chip, Link } from '@/parts';
import { useClockText, useDayText, usePlainWords } from '@/words';
import { useObservationWords } from './words';

const mostShown = 6;

/** What a release still needs, which temperatures were missed, and whether it is checked. */
export function Needs({ of, without = [] }: { of: ObservationView; without?: string[] }) {
  const words = useObservationWords();
  const dayText = useDayText();
  const clockText = useClockText();
  const { release } = of;
  if (!release) return null;
  const blocking = release.blocking.filter(({ code }) => !without.includes(code));
  return (
    <>
      {release.checkedAt && <Chip kind="ok" label={words.checked(clockText(release.checkedAt))} />}
      {blocking.map(({ code, params }) => {
        const { date, lastDay } = params as Record<string, string>;
        const said = { date: date ? dayText(date) : '', lastDay: lastDay ? dayText(lastDay) : '' };
        return (
          <View key={`${code} ${date ?? ''}`}>
            <Chip kind={urgent.includes(code) ? 'bad' : 'warn'} label={words.blocking[code](said)} />
          </View>
        );
      })}
      <Missed missed={release.missed} isChecked={release.checkedAt !== null} />
    </>
  );
}
const urgent = ['release.testPositive', 'release.feverOpen', 'release.casePositive'];

function Missed({ missed, isChecked }: { missed: ReleaseView['missed']; isChecked: boolean }) {
  const words = useObservationWords();
  const plain = usePlainWords();
  const dayText = useDayText();
  const [isAll, showAll] = useState(false);
  if (!missed.length) return <View className="under">{words.missedNone}</View>;
  const unseen = missed.filter(({ isSeen }) => !isSeen).length;
  const named = missed
    .slice(0, isAll ? missed.length : mostShown)
    .map(({ day, window }) => `${dayText(day)}${words.window[window]}`);
  const rest = missed.length - named.length;
  return (
    <View className="under">
      {words.missed(missed.length)}
      {plain.aside(plain.list(named))}
      {rest > 0 && <Link label={words.more(rest)} onTap={() => showAll(true)} />}
      {isChecked && unseen > 0 && <Chip kind="warn" label={words.unseen(unseen)} />}
    </View>
  );
}
