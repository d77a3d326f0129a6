import type { MeView } from '@shared/accounts/contract';
import type { DeclarationInput } from '@shared/returns/declaration';
import { withCheckCharacter } from '@shared/roster/identity';
import type { Caller } from './caller';

const two = (n: number): string => String(n).padStart(2, '0');

/** A valid document number of nobody; another `n` is another number. */
export function documentOf(n: number): string {
  const day = Math.floor(n / 1000);
  const born = `${1950 + (Math.floor(day / 336) % 60)}${two((Math.floor(day / 28) % 12) + 1)}${two((day % 28) + 1)}`;
  return withCheckCharacter(`610999${born}${String(n % 1000).padStart(3, '0')}`);
}

/** What the demo head of a household declares: the whole family, an hour ago, by train from Xi’an. */
export async function familyOf(
  caller: Caller,
  changes: Partial<DeclarationInput> = {},
): Promise<DeclarationInput> {
  const { household } = (await caller.gets('getMe')) as MeView;
  if (!household) throw new Error('this person has no household');
  return declarationOf({
    dwellingId: household.dwellingId ?? '',
    people: household.people
      .slice(0, 3)
      .map(({ name }, i) => personOf(name, i, 3 * Number.parseInt(household.id.slice(-6), 16))),
    ...changes,
  });
}

/** Three people of the same name stem; the first has the telephone. */
export function personOf(name: string, i: number, n = 0): DeclarationInput['people'][number] {
  return {
    name,
    document: { kind: 'residentId', number: documentOf(n + i) },
    ...(i === 0 && { phone: '19912340001' }),
    relation: i === 0 ? 'self' : i === 1 ? 'spouse' : 'child',
    symptoms: [],
  };
}

/** A declaration at 10:00 on 22 November 2026 unless told otherwise. */
export const declarationOf = (
  changes: Partial<DeclarationInput> & Pick<DeclarationInput, 'people'>,
): DeclarationInput => ({
  source: 'self',
  origin: { divisionCode: '610100' },
  leftAt: '2026-11-22T03:00:00+08:00',
  arrivedAt: '2026-11-22T09:00:00+08:00',
  transport: { kind: 'train', number: 'G652', seat: '05-12F' },
  ...changes,
});

export const leftArea = { kind: 'leftArea', at: '2026-11-22T03:00:00+08:00' } as const;
