import { inBeijing } from '@shared/time';
import type { PaperContent } from '../../platform/pdf';

export const dayText = (day: string): string =>
  `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
export const clockText = (at: Date | string): string => inBeijing(at).format('M月D日 HH:mm');

export const title = (zh: string, en: string): PaperContent => ({
  stack: [
    { text: zh, bold: true, fontSize: 20, alignment: 'center' },
    { text: en, fontSize: 10, color: '#555555', alignment: 'center' },
  ],
  margin: [0, 0, 0, 12],
});

export const heading = (zh: string, en: string): PaperContent => ({
  text: [
    { text: zh, bold: true, fontSize: 12 },
    { text: `  ${en}`, fontSize: 9, color: '#555555' },
  ],
  margin: [0, 10, 0, 4],
});

/** Lines of what and its value, two beside each other. */
export function facts(rows: (readonly [string, string])[]): PaperContent {
  const cells = rows.map(([label, value]) => ({
    text: [
      { text: `${label}  `, color: '#555555' },
      { text: value, bold: true },
    ],
  }));
  const pairs = cells.flatMap((cell, i) => (i % 2 ? [] : [[cell, cells[i + 1] ?? '']]));
  return { table: { widths: ['*', '*'], body: pairs }, layout: 'lightHorizontalLines' };
}

export const rows = (heads: string[], widths: (string | number)[], body: PaperContent[][]): PaperContent => ({
  table: {
    headerRows: 1,
    widths,
    body: [heads.map((text) => ({ text, bold: true, color: '#555555' })), ...body],
  },
  layout: 'lightHorizontalLines',
  fontSize: 9,
});

/** Who printed it and when, on each page. */
export const foot =
  (made: string) =>
  (page: number, pages: number): PaperContent => ({
    text: `${made}    ${page} / ${pages}`,
    alignment: 'center',
    fontSize: 8,
    color: '#555555',
    margin: [0, 16, 0, 0],
  });
