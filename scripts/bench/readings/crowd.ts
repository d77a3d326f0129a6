import { inCare } from '@shared/care';
import { slotKinds } from '@shared/schedules/kinds';
import { planSlots } from '@shared/schedules/windows';
import { addDays, dayOf } from '@shared/time';
import { Types } from 'mongoose';
import { Memberships } from '../../../api/accounts';
import type { Context } from '../../../api/context';
import { Grids } from '../../../api/grids';
import { Slots } from '../../../api/schedules';
import { signTokens } from '../signTokens';

export interface Crowd {
  /** Tokens of residents, each of a household of its own. */
  tokens: string[];
  /** By household: its slots that are open at the moment of the bench. */
  slots: string[][];
  householdIds: string[];
}

const batch = 5000;

/** Residents with a membership each, and slots of theirs that are all open now; written straight to the collections. */
export async function makeCrowd(
  ctx: Context,
  { households, slotsEach }: { households: number; slotsEach: number },
): Promise<Crowd> {
  const building = await Grids(ctx).findOne({ level: 'building' }).sort({ _id: 1 }).lean();
  if (!building) throw new Error('the demo has a building');
  const now = ctx.clock.now();
  const { communityId } = building;
  const people = Array.from({ length: households }, () => ({
    membershipId: new Types.ObjectId(),
    accountId: new Types.ObjectId(),
    householdId: new Types.ObjectId(),
    residentId: new Types.ObjectId(),
  }));
  await Memberships(ctx).collection.insertMany(
    people.map(({ membershipId, ...of }) => ({
      ...{ _id: membershipId, ...of, communityId, role: 'resident', head: false, gridIds: [] },
      ...{ from: new Date(0), rightsVersion: 1 },
    })) as never[],
  );
  const [window] = slotKinds.temperature.windows;
  const today = dayOf(now);
  const [plan] = planSlots({ firstDay: today, days: 1, timesADay: 1 }, new Date(0), window ? [window] : []);
  if (!plan) throw new Error('a day has a morning');
  const slots: string[][] = people.map(() => []);
  let docs: Record<string, unknown>[] = [];
  const flush = async () => {
    await Slots(ctx).collection.insertMany(docs as never[], { ordered: false });
    docs = [];
  };
  for (const [i, { householdId, residentId }] of people.entries()) {
    for (let n = 0; n < slotsEach; n += 1) {
      const _id = new Types.ObjectId();
      slots[i]?.push(String(_id));
      docs.push({
        ...{ _id, communityId, kind: 'temperature', observationId: new Types.ObjectId(), householdId },
        ...{ residentId, episodeId: new Types.ObjectId(), partyId: new Types.ObjectId() },
        ...{ door: '1-1-101', order: `${i}`.padStart(6, '0'), ...plan, day: addDays(today, 0) },
        ...{ settledAt: null, excused: null, readings: [], visits: [], madeAt: now, step: 0, rungs: [] },
        nextStepAt: new Date(now.getTime() + 86_400_000),
        audience: [`household:${String(householdId)}`, `grid:${String(building._id)}`],
        healthUntil: inCare,
        version: 1,
        gridId: building._id,
        gridPath: building.path,
      });
      if (docs.length === batch) await flush();
    }
  }
  if (docs.length) await flush();
  const tokens = signTokens(ctx, people);
  const householdIds = people.map(({ householdId }) => String(householdId));
  return { tokens, slots, householdIds };
}
