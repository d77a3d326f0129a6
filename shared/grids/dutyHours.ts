import { inBeijing, minutesOf } from '../time';
import type { DutyHours } from './absenceContract';

/** Whether a moment lies in somebody's hours; no hours are all hours. A span that ends before it begins goes over midnight. Pure. */
export function isInHours(hours: readonly DutyHours[], at: Date): boolean {
  if (!hours.length) return true;
  const local = inBeijing(at);
  const minutes = local.hour() * 60 + local.minute();
  // Monday is 1, Sunday 7.
  const today = ((local.day() + 6) % 7) + 1;
  const yesterday = ((today + 5) % 7) + 1;
  return hours.some(({ days, from, until }) => {
    const [begins, ends] = [minutesOf(from), minutesOf(until)];
    if (begins < ends) return days.includes(today) && begins <= minutes && minutes < ends;
    return (days.includes(today) && begins <= minutes) || (days.includes(yesterday) && minutes < ends);
  });
}
