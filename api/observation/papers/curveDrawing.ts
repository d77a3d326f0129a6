import { addDays, dayMs, daysBetween, momentOf } from '@shared/time';
import { paperFont } from '../../platform/pdf';

const size = { width: 510, height: 150, left: 34, bottom: 22, top: 8 } as const;
/** °C at the edges of the drawing, unless somebody was hotter or colder. */
const usual = { low: 35.5, high: 39 } as const;

export interface Measured {
  celsius: number;
  takenAt: string;
}

/** The temperatures of a period as a drawn curve with the fever line (SVG). Days on the lower edge. */
export function drawCurve(
  points: readonly Measured[],
  { firstDay, lastDay, feverCelsius }: { firstDay: string; lastDay: string; feverCelsius: number },
): string {
  const values = points.map(({ celsius }) => celsius);
  const low = Math.floor(Math.min(usual.low, ...values) * 2) / 2;
  const high = Math.ceil(Math.max(usual.high, ...values) * 2) / 2;
  const days = daysBetween(firstDay, lastDay) + 1;
  const begin = momentOf(firstDay, '00:00').getTime();
  const x = (at: number) => size.left + ((at - begin) / (days * dayMs)) * (size.width - size.left);
  const y = (celsius: number) =>
    size.top + ((high - celsius) / (high - low)) * (size.height - size.top - size.bottom);
  const text = (at: [number, number], words: string, color = '#444444') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" font-size="8" font-family="${paperFont}" fill="${color}">${words}</text>`;
  const line = (celsius: number, style: string) =>
    `<line x1="${size.left}" x2="${size.width}" y1="${y(celsius).toFixed(1)}" y2="${y(celsius).toFixed(1)}" ${style}/>`;
  const degrees = Array.from({ length: Math.floor(high - Math.ceil(low)) + 1 }, (_, i) => Math.ceil(low) + i);
  const places = points
    .map(({ celsius, takenAt }) => [x(Date.parse(takenAt)), y(celsius), celsius] as const)
    .filter(([at]) => at >= size.left - 20 && at <= size.width + 20);
  // Every day has its number while there is room.
  const every = Math.ceil(days / 21);
  return [
    `<svg width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">`,
    ...degrees.flatMap((degree) => [
      line(degree, 'stroke="#DDDDDD" stroke-width="0.5"'),
      text([0, y(degree) + 3], `${degree} ℃`),
    ]),
    line(feverCelsius, 'stroke="#B3261E" stroke-width="1" stroke-dasharray="4 3"'),
    text([0, y(feverCelsius) + 3], feverCelsius.toFixed(1), '#B3261E'),
    ...Array.from({ length: days }, (_, i) => i)
      .filter((i) => i % every === 0)
      .map((i) => text([x(begin + (i + 0.2) * dayMs), size.height - 8], labelOf(addDays(firstDay, i)))),
    `<polyline points="${places.map(([a, b]) => `${a.toFixed(1)},${b.toFixed(1)}`).join(' ')}" fill="none" stroke="#0B5563" stroke-width="1.2"/>`,
    ...places.map(
      ([a, b, celsius]) =>
        `<circle cx="${a.toFixed(1)}" cy="${b.toFixed(1)}" r="2.2" fill="${celsius >= feverCelsius ? '#B3261E' : '#0B5563'}"/>`,
    ),
    '</svg>',
  ].join('');
}

const labelOf = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`;
