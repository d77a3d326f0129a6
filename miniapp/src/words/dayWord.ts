import { dayOf, daysBetween } from '@shared/time';
import { now } from '@/client/clock';
import { useDayText, usePlainWords } from '.';

/** `今天`, `昨天`, or the date. */
export function useDayWord(): (day: string) => string {
  const { days } = usePlainWords();
  const dayText = useDayText();
  return (day) => days[String(daysBetween(dayOf(now()), day))] ?? dayText(day);
}
