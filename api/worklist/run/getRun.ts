import type { ReplyOf } from '@shared/contract';
import { groupBy } from '@shared/groupBy';
import { buildingOrder } from '@shared/roster/address';
import type { getRun as contract, DoorKind, listRuns as listContract } from '@shared/worklist/run';
import type { Context, Who } from '../../context';
import { gridBook } from '../../grids';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { findRun, presentRun } from '../../requests';
import { type AddressDoc, addressesOf } from './addressesOf';
import type { AtDoor, DoorSource, Doors } from './doorSource';
import { dueErrands } from './dueErrands';
import { dueReadings, dueTrash, dueVisits } from './dueSlots';

/** All that may be due at a door; a further mechanism is one more line. */
const sources: readonly DoorSource[] = [dueErrands, dueReadings, dueVisits, dueTrash];

/**
 * What is due at a building now, in the order of the way: unit after unit, each from the top; and the same way once more for the
 * infectious waste. Problem: notAllowed.
 */
export async function getRun(
  ctx: Context,
  who: Who,
  { query }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const run = await findRun(ctx, who, query);
  const start = buildingOrder(query);
  const doors = await dueAt(ctx, who, {
    order: { $gte: start, $lt: `${start}\uffff` },
    runId: run?._id ?? null,
  });
  return {
    run: run && presentRun(run),
    counts: countsOf(doors.flatMap(({ all }) => all)),
    items: doors
      .sort((a, b) => Number(a.isApart) - Number(b.isApart) || onTheWay(a.address, b.address))
      .map(({ householdId, door, address, isApart, all }) => ({
        ...{ householdId, door, unit: address.unit, floor: address.floor, isApart },
        due: all.map(({ due }) => due).sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0)),
      })),
  };
}

/** The buildings where something is due for the caller. */
export async function listRuns(ctx: Context, who: Who): Promise<ReplyOf<typeof listContract>> {
  const doors = await dueAt(ctx, who, { order: { $gt: '' }, runId: null });
  const buildings = [...groupBy(doors, ({ address }) => buildingOrder(address))];
  return {
    items: buildings
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, own]) => {
        const { estate = '', building = '' } = own[0]?.address ?? {};
        const households = new Set(own.map(({ householdId }) => householdId));
        return { estate, building, doors: households.size, counts: countsOf(own.flatMap(({ all }) => all)) };
      }),
  };
}

interface Door {
  householdId: string;
  door: string;
  address: AddressDoc;
  isApart: boolean;
  all: AtDoor[];
}

async function dueAt(ctx: Context, who: Who, where: Omit<Doors, 'book'>): Promise<Door[]> {
  if (!who.membership) throw problem('notAllowed');
  const book = await gridBook(ctx, who.membership.communityId);
  const found = (await Promise.all(sources.map((source) => source(ctx, who, { ...where, book })))).flat();
  const addresses = await addressesOf(ctx, who, found);
  const byDoor = groupBy(found, ({ householdId, isApart }) => `${String(householdId)} ${isApart}`);
  return [...byDoor.values()].flatMap((all): Door[] => {
    const [{ householdId, door, isApart }] = all as [AtDoor];
    const address = addresses.get(String(householdId));
    return address ? [{ householdId: String(householdId), door, address, isApart, all }] : [];
  });
}

const countsOf = (all: AtDoor[]): Record<DoorKind, number> => {
  const counts = { delivery: 0, trash: 0, reading: 0, visit: 0 };
  for (const { due } of all) counts[due.kind] += 1;
  return counts;
};

/** Texts with numbers in them by the numbers. */
const numeric = (a: string, b: string): number =>
  (Number.parseInt(a, 10) || 0) - (Number.parseInt(b, 10) || 0) || (a < b ? -1 : a > b ? 1 : 0);
const onTheWay = (a: AddressDoc, b: AddressDoc): number =>
  numeric(a.unit, b.unit) || numeric(b.floor, a.floor) || numeric(a.room, b.room);
