import type { TeamView } from '@shared/grids/teamContract';
import type { LoadedBook } from '../loadBook';
import type { TeamDoc } from './teamModel';

/** Teams with the names of their grids, and of those of their people who serve now. */
export function presentTeams(book: LoadedBook, teams: readonly TeamDoc[], now: Date): TeamView[] {
  const serving = [...book.staff, ...book.helpers].filter(({ until }) => !until || until > now);
  return teams.map(({ _id, version, name, kinds, gridIds, memberIds }) => ({
    id: String(_id),
    version,
    name,
    kinds,
    grids: gridIds.flatMap((id) => {
      const grid = book.grids.get(String(id));
      return grid ? [{ id: grid.id, name: grid.name }] : [];
    }),
    members: serving
      .filter((member) => memberIds.some((id) => id.equals(member._id)))
      .map((member) => ({
        id: String(member._id),
        name: book.names.get(String(member.accountId))?.name ?? '',
        role: member.role,
      })),
  }));
}
