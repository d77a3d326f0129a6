import { inCare } from '@shared/care';
import { slotKinds } from '@shared/schedules/kinds';
import { type PlannedSlot, planSlots } from '@shared/schedules/windows';
import { Types } from 'mongoose';
import type { Context } from '../../../api/context';
import { ensureIndexes } from '../../../api/platform/mongo';
import { Slots } from '../../../api/schedules';

/** Somebody who owes temperatures, and where. */
export interface Ower {
  communityId: Types.ObjectId;
  residentId: Types.ObjectId;
  householdId: Types.ObjectId;
  gridId: Types.ObjectId;
  gridPath: Types.ObjectId[];
  order: string;
}

const batch = 5000;

export const planned = (firstDay: string, days: number): PlannedSlot[] =>
  planSlots({ firstDay, days, timesADay: 2 }, new Date(0), slotKinds.temperature.windows);

/** Slots as the product writes them, straight to the collection; its indexes are made again at the end. */
export async function makeSlots(
  ctx: Context,
  owers: Iterable<Ower>,
  plans: PlannedSlot[],
  nextStepAt: (plan: PlannedSlot) => Date,
): Promise<number> {
  const slots = Slots(ctx).collection;
  await slots.dropIndexes();
  let docs: Record<string, unknown>[] = [];
  let made = 0;
  const flush = async () => {
    await slots.insertMany(docs as never[], { ordered: false });
    made += docs.length;
    docs = [];
  };
  for (const { order, ...ower } of owers) {
    const observationId = new Types.ObjectId();
    for (const plan of plans) {
      docs.push({
        ...{ _id: new Types.ObjectId(), kind: 'temperature', observationId, episodeId: observationId },
        ...ower,
        ...{ door: '1-1-101', order, ...plan, settledAt: null, excused: null, readings: [], visits: [] },
        ...{ madeAt: new Date(0), step: 0, nextStepAt: nextStepAt(plan), rungs: [], version: 1 },
        healthUntil: inCare,
        audience: [`household:${String(ower.householdId)}`, `grid:${String(ower.gridId)}`],
      });
      if (docs.length === batch) await flush();
    }
  }
  if (docs.length) await flush();
  await ensureIndexes(ctx);
  return made;
}

/** People of nobody in communities of nobody: they only make the collection large. */
export function* strangers(count: number): Generator<Ower> {
  for (let n = 0; n < count; n += 1) {
    if (n % 500 === 0) place = newPlace();
    yield { ...place, residentId: new Types.ObjectId(), householdId: new Types.ObjectId(), order: `${n}` };
  }
}
const newPlace = () => {
  const gridId = new Types.ObjectId();
  return { communityId: new Types.ObjectId(), gridId, gridPath: [new Types.ObjectId(), gridId] };
};
let place = newPlace();
