import type { MeView } from '@shared/accounts/contract';
import type { DeclarationInput } from '@shared/returns/contract';
import { withCheckCharacter } from '@shared/roster/identity';
import type { Caller } from './caller';

/** A valid document number of nobody: the same `n`, the same number. */
export const documentOf = (n: number): string =>
  withCheckCharacter(`610999${1950 + (n % 60)}0${1 + (n % 9)}1${n % 10}${String(100 + (n % 900))}`);

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
      .map(({ name }, i) => personOf(name, i, Number.parseInt(household.id.slice(-5), 16))),
    ...changes,
  });
}

/** Three people of the same name stem; the first has the telephone. */
export function personOf(name: string, i: number, n = 0): DeclarationInput['people'][number] {
  return {
    name,
    document: { kind: 'residentId', number: documentOf(n + i * 7) },
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
