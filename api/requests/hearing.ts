import { audience } from '@shared/live';
import { type CaseKindName, caseKindOf, caseKindsHiddenFrom } from '@shared/requests/kinds';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import type { GridPlace } from '../roster';
import { Requests } from './model';

/** What workers do not see they do not hear of: they listen to a leaf, and leaders to the grids above it as well. */
const hidden = caseKindsHiddenFrom('worker');
export const hiddenFromWorkers = { kind: { $in: hidden } };
export const shownToWorkers = { kind: { $nin: hidden } };
/** Everybody at home hears of it; otherwise whom it is kept for alone. */
const ofHome = { privateTo: { $exists: false } };

export const gridsAbove = ({ gridId, gridPath }: GridPlace): Types.ObjectId[] =>
  gridPath.filter((id) => !id.equals(gridId));

interface CaseAt extends GridPlace {
  communityId: Types.ObjectId;
  householdId?: Types.ObjectId;
}

/** Who hears of a new case: at home everybody or one person, of staff whoever sees its kind. */
export function caseAudience(
  kind: CaseKindName,
  place: CaseAt,
  privateTo: Types.ObjectId | undefined,
): string[] {
  const { seenBy } = caseKindOf(kind);
  const { communityId, householdId, gridId } = place;
  const community = String(communityId);
  const home = householdId ? [audience.household(String(householdId))] : [];
  const grids = seenBy.worker ? [gridId] : gridsAbove(place);
  return [
    ...(privateTo ? [audience.account(String(privateTo))] : home),
    ...grids.map((id) => audience.grid(String(id))),
    audience.office(community),
    ...(seenBy.health ? [audience.health(community)] : []),
    ...(seenBy.counsellor ? [audience.counsellor(community)] : []),
  ];
}

/** Requests that came to another household or place are heard there too, by nobody whom a new one would not be heard by. In the caller’s transaction. */
export async function hearRequests(
  ctx: Context,
  of: { communityId: Types.ObjectId } & Record<string, unknown>,
  { householdId, place }: { householdId?: Types.ObjectId; place?: GridPlace },
  session: ClientSession,
): Promise<void> {
  const hears = (which: object, keys: string[]) =>
    Requests(ctx).updateMany(
      { ...of, ...which } as never,
      { $addToSet: { audience: { $each: keys } } },
      { session },
    );
  if (householdId) await hears(ofHome, [audience.household(String(householdId))]);
  if (!place) return;
  await hears(shownToWorkers, [audience.grid(String(place.gridId))]);
  await hears(
    hiddenFromWorkers,
    gridsAbove(place).map((id) => audience.grid(String(id))),
  );
}
