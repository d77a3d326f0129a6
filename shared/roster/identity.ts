import * as z from 'zod';
import { halfWidth } from '../halfWidth';
import type { FieldCode } from '../problems';

export const documentKinds = ['residentId', 'passport', 'other', 'none'] as const;
export type DocumentKind = (typeof documentKinds)[number];

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** Upper-case, half-width, without blanks: the form that is sealed and indexed. */
export function normalizeDocument(raw: string): string {
  return halfWidth(raw).replace(/\s/g, '').toUpperCase();
}

/** What is wrong with a resident ID number (GB 11643-1999), or null. An impossible date is named before the check character. */
export function residentIdFault(number: string): FieldCode | null {
  // Another letter at the end is a wrong check character, not a wrong form.
  if (!/^\d{17}[\dA-Z]$/.test(number)) return 'document.format';
  if (!isBirthDay(birthDateOf(number))) return 'document.date';
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return checkCharacters[sum % 11] === number[17] ? null : 'document.check';
}

/** Whether somebody can have been born on a day `YYYY-MM-DD`: one of the calendar, of a lifetime. */
export function isBirthDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= 1900 && date.getTime() <= Date.UTC(2100, 0, 1);
}

/** Completes 17 digits with their check character; for demo people and tests. */
export function withCheckCharacter(seventeen: string): string {
  return (
    seventeen +
    checkCharacters[weights.reduce((total, weight, i) => total + weight * Number(seventeen[i]), 0) % 11]
  );
}

/** Birth date of a valid resident ID, `YYYY-MM-DD`. */
export const birthDateOf = (number: string): string =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** Full years at a day, for “妈妈 62 岁”. */
export function ageAt(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

const number = (max: number) => z.string().max(max).transform(normalizeDocument);

export const Document = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('residentId'),
    number: number(40).superRefine((value, issue) => {
      const code = residentIdFault(value);
      if (code) issue.addIssue({ code: 'custom', params: { code } });
    }),
  }),
  z.strictObject({
    kind: z.literal('passport'),
    number: number(40).refine((v) => /^[A-Z0-9]{5,20}$/.test(v), { params: { code: 'document.format' } }),
  }),
  z.strictObject({
    kind: z.literal('other'),
    number: number(40).refine((v) => /^[A-Z0-9\-/]{4,30}$/.test(v), { params: { code: 'document.format' } }),
  }),
  z.strictObject({ kind: z.literal('none'), reason: z.string().trim().min(1).max(100) }),
]);
export type Document = z.infer<typeof Document>;
