import { carryingRoles } from '@shared/accounts/contract';
import type { createTeam } from '@shared/grids/teamContract';
import { Types } from 'mongoose';
import type { Input } from '../../platform/endpoint';
import { refuseFaults } from '../../platform/problem';
import type { LoadedBook } from '../loadBook';
import type { TeamDoc } from './teamModel';

type Wished = Input<typeof createTeam>['body'];

/** What the office wrote, as it is kept; each once. Problem: input.invalid (a grid or a person that is not of those here). */
export function teamFields(
  book: LoadedBook,
  { name, kinds, gridIds, memberIds }: Wished,
  now: Date,
): Pick<TeamDoc, 'name' | 'kinds' | 'gridIds' | 'memberIds'> {
  const people = new Set(
    [...book.staff, ...book.helpers]
      .filter(({ role, until }) => carryingRoles.includes(role) && (!until || until > now))
      .map(({ _id }) => String(_id)),
  );
  refuseFaults([
    ...gridIds.flatMap((id, i) =>
      book.grids.has(id) ? [] : [{ path: `gridIds.${i}`, code: 'grid.unknown' as const }],
    ),
    ...memberIds.flatMap((id, i) =>
      people.has(id) ? [] : [{ path: `memberIds.${i}`, code: 'person.unknown' as const }],
    ),
  ]);
  return { name, kinds: [...new Set(kinds)], gridIds: idsOf(gridIds), memberIds: idsOf(memberIds) };
}

const idsOf = (ids: readonly string[]): Types.ObjectId[] =>
  [...new Set(ids)].map((id) => new Types.ObjectId(id));
