import { slotKindNames, slotKindOf } from '@shared/schedules/kinds';
import type { ReadingInput } from '@shared/temperatures/reading';
import { type ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { inTransaction } from '../platform/mongo';
import { invalid, Problem, problem } from '../platform/problem';
import { visibleIds } from '../platform/visible';
import { type AtHome, correctInCase, raiseFever } from '../requests';
import { Residents } from '../roster';
import {
  findSlot,
  isOfPerson,
  keepInSlot,
  type SlotDoc,
  settleSlot,
  settleSlots,
  settleTogether,
} from '../schedules';
import { dwellingFields, dwellsAt } from './dwellsAt';
import { episodeOf } from './episodeOf';
import { fillersOf, refuseFiller } from './fillers';
import { findCase } from './findCase';
import { type Judged, judgeReading } from './judgeReading';
import { keepBeside } from './keepBeside';

/** Kinds that a reading settles. */
const kinds = slotKindNames.filter((name) => slotKindOf(name).settledBy === 'reading');

/** One reading for one slot, as it was sent; `prefix` leads the paths of its faults. */
export interface Sent {
  slotId: string;
  input: ReadingInput;
  once: Once;
  prefix?: string;
}

export interface Settled {
  slot: SlotDoc;
  caseId: string | null;
}

/**
 * One reading for one slot (domain, section 4). A normal one in its window is one update of the slot, whose filter holds the right
 * of the caller, in one write with others of the same moment; only when nothing matched is the slot read to say why. A fever opens or joins its case in the same transaction,
 * also where the slot keeps no more. Problems: notFound, notAllowed, input.invalid, key.reused, slot.full.
 */
export async function settleReading(
  ctx: Context,
  who: Who,
  { slotId, input, once, prefix = '' }: Sent,
): Promise<Settled> {
  const judged = await judgeReading(ctx, who, input, once, prefix);
  if (judged.fever || judged.reading.correctionOf) return settleWithCase(ctx, who, slotId, judged, prefix);
  const settled = isPlain(who, judged)
    ? await settleTogether(ctx, { where: whereOf(who, slotId, judged), kept: kept(judged) })
    : null;
  if (settled) return { slot: settled, caseId: null };
  const { slot, isRepeat } = await keepReading(ctx, who, slotId, judged, prefix);
  return { slot, caseId: isRepeat ? await findCase(ctx, slot, judged.reading.key) : null };
}

/** The normal readings of several, settled together; those that are not among the answered are left to settleReading. */
export async function settlePlain(ctx: Context, who: Who, sent: Sent[]): Promise<Map<string, SlotDoc>> {
  const rows = await Promise.all(
    sent.map(async ({ slotId, input, once }) => {
      const judged = await judgeReading(ctx, who, input, once).catch(unlessRefused);
      if (!judged || judged.fever || !isPlain(who, judged)) return [];
      return [{ where: whereOf(who, slotId, judged), kept: kept(judged) }];
    }),
  );
  const plain = rows.flat();
  return plain.length ? settleSlots(ctx, plain) : new Map();
}

function unlessRefused(error: unknown): null {
  if (error instanceof Problem) return null;
  throw error;
}

const isPlain = (who: Who, { reading }: Judged): boolean =>
  !reading.correctionOf && fillersOf(who).includes(reading.filledBy);

const kept = ({ reading }: Judged) =>
  ({ field: 'readings', entry: reading, doneAt: reading.takenAt, receivedAt: reading.receivedAt }) as const;

/** The slot, within what this caller may report; `self` only for the person the account is. */
function whereOf(who: Who, slotId: string, { reading }: Judged) {
  const own = who.membership?.residentId;
  return {
    ...visibleIds(who, 'Slot', 'report'),
    _id: new Types.ObjectId(slotId),
    kind: { $in: kinds },
    ...(reading.filledBy === 'self' && own && { residentId: new Types.ObjectId(own) }),
  };
}

/** What did not settle at once: a repeat, a further reading, one outside its window, or somebody else’s slot. */
async function keepReading(
  ctx: Context,
  who: Who,
  slotId: string,
  judged: Judged,
  prefix: string,
  session?: ClientSession,
): Promise<{ slot: SlotDoc; isRepeat: boolean }> {
  const { reading } = judged;
  const slot = await findSlot(ctx, who, slotId, 'report');
  const known = slot.readings.find(({ key }) => key === reading.key);
  if (known) {
    refuseOtherBody(known, reading);
    return { slot, isRepeat: true };
  }
  if (!kinds.includes(slot.kind) || !isOfPerson(slot)) throw problem('notAllowed');
  refuseFiller(who, reading.filledBy, slot.residentId, prefix);
  const { correctionOf } = reading;
  if (correctionOf && !slot.readings.some(({ _id }) => _id.equals(correctionOf)))
    throw invalid([{ path: `${prefix}correctionOf`, code: 'reading.unknown' }]);
  const done =
    (await settleSlot(ctx, whereOf(who, slotId, judged), kept(judged), session)) ??
    (await keepInSlot(ctx, slot, kept(judged), session));
  if (done) return { slot: done, isRepeat: false };
  const now = await findSlot(ctx, who, slotId, 'report');
  if (now.readings.some(({ key }) => key === reading.key)) return { slot: now, isRepeat: true };
  if (judged.fever && session && isOfPerson(now))
    return { slot: now, isRepeat: !(await keepBeside(ctx, now, reading, session)) };
  throw problem('slot.full');
}

/** What a case hears of: a fever, and what stands in the place of an earlier reading. */
async function settleWithCase(
  ctx: Context,
  who: Who,
  slotId: string,
  judged: Judged,
  prefix: string,
): Promise<Settled> {
  // Who it is about, and whether it came before, is known before anything is written.
  const seen = await findSlot(ctx, who, slotId, 'report');
  if (!isOfPerson(seen)) throw problem('notAllowed');
  const home = judged.fever && (await homeOf(ctx, seen));
  return inTransaction(ctx, async (session) => {
    const { slot, isRepeat } = await keepReading(ctx, who, slotId, judged, prefix, session);
    if (isRepeat) return { slot, caseId: await findCase(ctx, slot, judged.reading.key) };
    await correctInCase(ctx, seen, judged.reading, session);
    if (!home || !judged.fever) return { slot, caseId: null };
    const person = { ...home, ...episodeOf(slot) };
    const opened = await raiseFever(ctx, person, judged.fever, session, `${prefix}celsius`);
    return { slot, caseId: String(opened._id) };
  });
}

async function homeOf(ctx: Context, { residentId }: SlotDoc): Promise<AtHome> {
  const resident = await Residents(ctx).findById(residentId, dwellingFields).lean();
  if (!resident) throw problem('notFound');
  return dwellsAt(ctx, resident);
}
