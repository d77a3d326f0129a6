import type { FieldError } from '@shared/problems';
import type { Declaration } from '@shared/returns/declaration';
import type { Who } from '../context';
import type { DeclaredPlace } from './placeDeclaration';

/** Whoever declares by a household’s word declares for that household, at its door, and it stands in the declaration. */
export function beyondMandate(
  { membership }: Who,
  { source }: Pick<Declaration, 'source'>,
  { dwellingId }: Pick<DeclaredPlace, 'dwellingId'>,
): FieldError[] {
  if (!membership?.mandate) return [];
  const isTheirs = dwellingId && String(dwellingId) === membership.dwellingId;
  return [
    ...(source === 'mandate' ? [] : [{ path: 'source', code: 'choice' as const }]),
    ...(isTheirs ? [] : [{ path: 'dwellingId', code: 'household.unknown' as const }]),
  ];
}
