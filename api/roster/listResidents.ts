import { doorsLike } from '@shared/roster/readAddress';
import type { listResidents as contract } from '@shared/roster/residents';
import { Types } from 'mongoose';
import { recordSearch } from '../audit';
import type { Context, Who } from '../context';
import type { BlindHash } from '../platform/blindIndex';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { invalid, problem } from '../platform/problem';
import { abilitiesOf, visible } from '../platform/visible';
import { findResident } from './findResident';
import { Households, living, type ResidentDoc, Residents } from './model';
import { presentResidents } from './presentResidents';

type Query = Input<typeof contract>['query'];

const mostHouseholds = 20;

/**
 * People of the roster in view. A search by what somebody is called or has is limited, and recorded before anybody is named.
 * Problems: notAllowed, notFound, input.invalid, tooManyRequests.
 */
export async function listResidents(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  if (!who.membership) throw problem('notAllowed');
  const kind = (['name', 'last4', 'alike'] as const).find((by) => query[by]);
  if ((kind || query.keyGroup) && !abilitiesOf(who).can('search', 'Resident')) throw problem('notAllowed');
  if (kind) await ctx.limits.looking(who.accountId, 'search');
  const limit = limitOf(query);
  const grids = await ctx.hooks.gridsBelow(who, query.gridId);
  const { rows, next } = pageOf(await find(ctx, who, query, grids, limit + 1), limit, (doc) => [
    String(doc.gridId),
    String(doc._id),
  ]);
  if (kind) await recordSearch(ctx, who, { kind, found: rows.length });
  return { items: await presentResidents(ctx, who, rows), next };
}

/** Leaf grid by leaf grid: what is left of the one the last page ended in, then those behind it. Each a place in an index. */
async function find(
  ctx: Context,
  who: Who,
  query: Query,
  grids: Types.ObjectId[] | null,
  limit: number,
): Promise<ResidentDoc[]> {
  const filter = { $and: [visible(who, 'Resident'), await asked(ctx, who, query)] };
  const after = decodeCursor(query.cursor, ['id', 'id'])?.map((id) => new Types.ObjectId(id));
  const among = (place: object, count: number) =>
    Residents(ctx)
      .find({ ...filter, ...place } as never)
      .sort({ gridId: 1, _id: 1 })
      .limit(count)
      .lean<ResidentDoc[]>();
  if (!after) return among(grids ? { gridId: { $in: grids } } : {}, limit);
  const [grid, last] = after as [Types.ObjectId, Types.ObjectId];
  const isAhead = (id: Types.ObjectId) => String(id) > String(grid);
  const rest = await among({ gridId: grid, _id: { $gt: last } }, limit);
  if (rest.length === limit) return rest;
  const ahead = grids ? { gridId: { $in: grids.filter(isAhead) } } : { gridId: { $gt: grid } };
  return [...rest, ...(await among(ahead, limit - rest.length))];
}

/** What was asked for, as hashes where the field is sealed. A resident asks for nobody but the own household. */
async function asked(ctx: Context, who: Who, query: Query): Promise<Record<string, unknown>> {
  const { communityId = '', role, householdId } = who.membership ?? {};
  const { name, last4, keyGroup, residence, provisional } = query;
  const hashed = (field: 'name' | 'last4' | 'keyGroup', value: string) => ({
    [`${field}Index.hash`]: { $in: ctx.blind.lookups(communityId, field, value) },
  });
  return {
    communityId: new Types.ObjectId(communityId),
    ...living,
    ...(role === 'resident' && { householdId: new Types.ObjectId(householdId ?? undefined) }),
    ...(query.householdId && { householdId: new Types.ObjectId(query.householdId) }),
    ...(query.dwellingId && {
      householdId: {
        $in: await behind(ctx, communityId, { dwellingId: new Types.ObjectId(query.dwellingId) }),
      },
    }),
    ...(query.alike && (await alikeTo(ctx, who, query.alike))),
    ...(query.door && {
      householdId: { $in: await behind(ctx, communityId, { door: { $in: doorsLike(query.door) } }) },
    }),
    ...(name && hashed('name', name)),
    ...(last4 && hashed('last4', last4)),
    ...(keyGroup && hashed('keyGroup', keyGroup)),
    ...(residence && { residence }),
    ...(provisional !== undefined && { provisional }),
  };
}

/** Who of the roster somebody provisional may be: whoever has the same name, or the same telephone. Problems: notFound, input.invalid. */
async function alikeTo(ctx: Context, who: Who, id: string): Promise<Record<string, unknown>> {
  const { provisional, nameIndex, phoneIndex, last4Index } = await findResident(ctx, who, id);
  if (!provisional) throw invalid([{ path: 'alike', code: 'choice' }]);
  const sharing = (hashes: BlindHash[] = []) => ({ $in: hashes.map(({ hash }) => hash) });
  return {
    provisional: false,
    $or: [
      { 'nameIndex.hash': sharing(nameIndex) },
      // A telephone is found by its last four.
      { 'last4Index.hash': sharing(last4Index), 'phoneIndex.hash': sharing(phoneIndex) },
    ],
  };
}

/** Households behind a door. */
async function behind(ctx: Context, communityId: string, door: object): Promise<Types.ObjectId[]> {
  const households = await Households(ctx)
    .find({ communityId, ...door }, { _id: 1 })
    .limit(mostHouseholds)
    .lean();
  return households.map(({ _id }) => _id);
}
