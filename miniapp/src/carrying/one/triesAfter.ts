import { addMinutes, inBeijing, minuteMs } from '@shared/time';

const everyMinutes = 30;
const [earliest, latest] = ['07:00', '21:00'];

/** When somebody may come again: the half hours of the coming day in which one rings at a door. */
export function triesAfter(now: Date): string[] {
  const step = everyMinutes * minuteMs;
  const first = new Date((Math.floor(now.getTime() / step) + 1) * step);
  const all = Array.from({ length: (24 * 60) / everyMinutes }, (_, i) => addMinutes(first, i * everyMinutes));
  return all
    .filter((at) => {
      const clock = inBeijing(at).format('HH:mm');
      return clock >= earliest && clock <= latest;
    })
    .map((at) => at.toISOString());
}
