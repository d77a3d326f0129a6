import { dayMs } from '@shared/time';
import { Types } from 'mongoose';
import type { Context } from '../../../api/context';
import { ensureIndexes } from '../../../api/platform/mongo';
import { type ErrandDoc, Errands } from '../../../api/requests';

/** Where an errand is, and who has it. */
export type Placed = Pick<
  ErrandDoc,
  'communityId' | 'gridId' | 'gridPath' | 'poolGridId' | 'state' | 'holder'
>;

const batch = 5000;

/** Errands as the product writes them, straight to the collection; its indexes are made again at the end. */
export async function makeErrands(ctx: Context, placed: Iterable<Placed>): Promise<number> {
  const requests = Errands(ctx).collection;
  await requests.dropIndexes();
  let docs: ErrandDoc[] = [];
  let made = 0;
  const flush = async () => {
    await requests.insertMany(docs as never[], { ordered: false });
    made += docs.length;
    docs = [];
  };
  for (const one of placed) {
    docs.push(errandOf(one, made + docs.length, ctx.clock.now()));
    if (docs.length === batch) await flush();
  }
  if (docs.length) await flush();
  await ensureIndexes(ctx);
  return made;
}

/** Of the last fortnight, one after the other; what is open is of today. */
function errandOf(placed: Placed, n: number, now: Date): ErrandDoc {
  const open = !['closed', 'cancelled'].includes(placed.state);
  const at = new Date(now.getTime() - (open ? n % 600 : n % 20_160) * 60_000);
  const accountId = new Types.ObjectId();
  const by = { accountId, role: 'resident' as const };
  const step = { at, by, from: null, to: 'assigned' as const };
  return {
    ...{ _id: new Types.ObjectId(), life: 'errand', kind: 'trash', open, version: 1, urgency: 'normal' },
    ...{ rank: 1, urgent: false, channel: 'app', drill: false, householdId: new Types.ObjectId() },
    ...{ door: '1-1-101', order: `${n}`.padStart(7, '0'), building: '1', details: 'x'.repeat(96), size: 1 },
    ...{ doorCode: 'x'.repeat(44), doorCodeTries: 0, isAsked: false, objectedTo: [] },
    ...{ responsibleFrom: 'worker', responsibleAccountId: null, placedAt: at, startsAt: at, stateAt: at },
    step: 4,
    dueAt: new Date(at.getTime() + dayMs / 2),
    history: [
      { ...step, action: 'place' },
      { ...step, action: 'rung', rung: 'waiting' },
    ],
    audience: [`household:${String(accountId)}`, `grid:${String(placed.gridId)}`],
    made: { key: `${String(accountId)}:${n}`, hash: 'x'.repeat(43) },
    ...placed,
  };
}
