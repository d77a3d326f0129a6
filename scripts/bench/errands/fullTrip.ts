import { addressKey, doorOrder } from '@shared/roster/address';
import { Types } from 'mongoose';
import type { Context } from '../../../api/context';
import { type DwellingDoc, Dwellings, Households } from '../../../api/roster';
import type { Caller } from '../../../tests/kit/caller';
import { uuidV7 } from '../../seed/uuidV7';

export const doors = 60;
export const lines = 400;
const mostLines = 40;

/** Sixty doors of the first building with an errand each on one trip, and four hundred lines to buy: all of one worker. */
export async function fillTrip(
  context: Context,
  worker: Caller,
): Promise<{ estate: string; building: string }> {
  const { households, estate, building } = await makeDoors(context, worker);
  const endsAt = new Date(context.clock.now().getTime() + 3_600_000).toISOString();
  const trash = { kind: 'trash', details: { bags: 1, infectious: false } } as const;
  const errands = [];
  for (const householdId of households)
    errands.push({ requestId: await accepted(worker, householdId, trash), seenVersion: 2 });
  await worker.gets('startRun', { body: { estate, building, endsAt, errands } });
  for (let from = 0; from < lines; from += mostLines)
    await accepted(worker, households[from / mostLines] as string, {
      kind: 'groceries',
      details: {
        lines: Array.from({ length: mostLines }, (_, i) => ({
          ...{ item: `青菜${from + i + 1}`, quantity: 1, unit: '斤', substitute: true },
        })),
      },
    });
  return { estate, building };
}

async function accepted(
  worker: Caller,
  householdId: string,
  of: { kind: 'trash' | 'groceries'; details: object },
): Promise<string> {
  const details = { ...of.details };
  const { id } = await worker.gets('placeRequest', {
    body: { ...of, details, about: { householdId }, channel: 'door' },
    key: uuidV7(),
  });
  await worker.gets('actOnRequest', { params: { id, action: 'accept' }, body: { seenVersion: 1 } });
  return id;
}

/** The demo has no building of so many households: some more in that of the worker, like its first one. */
async function makeDoors(context: Context, { session }: Caller) {
  const gridId = session.account.memberships[0]?.grids[0]?.id ?? '';
  const first = await Dwellings(context).findOne({ gridId }).sort({ order: 1 }).lean();
  const home = first && (await Households(context).findOne({ gridId: first.gridId }).lean());
  if (!first || !home) throw new Error('the demo has a household');
  const made = Array.from({ length: doors }, (_, n): DwellingDoc => {
    const address = {
      ...first.address,
      unit: String(1 + (n % 3)),
      floor: String(40 + n),
      room: String(4000 + n),
    };
    const door = `${address.building}-${address.unit}-${address.room}`;
    const [order, key] = [doorOrder(address), addressKey(address)];
    return { ...first, _id: new Types.ObjectId(), address, door, order, key };
  });
  await Dwellings(context).collection.insertMany(made as never[]);
  const households = made.map(({ _id, door }) => ({
    ...{ _id: new Types.ObjectId(), communityId: first.communityId, dwellingId: _id, door, version: 1 },
    ...{ provisional: false, gridId: home.gridId, gridPath: home.gridPath },
  }));
  await Households(context).collection.insertMany(households as never[]);
  const { estate, building } = first.address;
  return { households: households.map(({ _id }) => String(_id)), estate, building };
}
