import { inCare } from '@shared/care';
import { audience } from '@shared/live';
import { fever } from '@shared/requests/kinds';
import { secondReadingMinutes } from '@shared/schedules/kinds';
import { addMinutes, dayOf } from '@shared/time';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { insertAll } from '../platform/mongo';
import { invalid } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { openSlots, type SlotOwner } from '../schedules';
import { caseClock, climbRequest } from './clock';
import { isWorse, joinReadings } from './joinReadings';
import { type CaseDoc, Cases, type FeverReadingDoc, type HistoryEntry } from './model';
import { isOfDead, tellRungs } from './tellRungs';

/** Somebody has it, and lives somewhere. */
type FeverDoc = CaseDoc & Required<Pick<CaseDoc, 'residentId' | 'householdId'>>;

/** Who has it and where: taken from a slot, a declaration, or the roster. */
export type AtHome = Omit<SlotOwner, 'audience' | 'requestId'> & {
  residentId: Types.ObjectId;
  surname: string;
};

/**
 * A fever opens a case, or joins the open one of the person (domain, section 4); in the transaction of the reading. Worker and
 * health staff are told in it, and a second reading is asked for. Problem: input.invalid at `path`
 * (the open case keeps no more of the same); without a path, as of a declaration, that one is left out: what it says is known.
 */
export async function raiseFever(
  ctx: Context,
  person: AtHome,
  reading: FeverReadingDoc,
  session: ClientSession,
  path: string | null = 'celsius',
): Promise<CaseDoc> {
  const joined = await joinFever(ctx, person, reading, path, session);
  return joined ?? (await openFever(ctx, person, reading, session));
}

/** So much is kept of one case. What is worse is kept beyond it, and a new case begins anew: both tell somebody something. */
const mostReadings = 200;

async function joinFever(
  ctx: Context,
  { communityId, residentId }: AtHome,
  reading: FeverReadingDoc,
  path: string | null,
  session: ClientSession,
): Promise<CaseDoc | null> {
  const before = await Cases(ctx)
    .findOne({ communityId, residentId, kind: 'fever', open: true })
    .session(session)
    .lean();
  if (!before) return null;
  if (before.readings.length >= mostReadings && !isWorse(before, [reading])) {
    if (path === null) return before;
    throw invalid([{ path, code: 'reading.tooMany', params: { most: mostReadings } }]);
  }
  return joinReadings(ctx, before, [reading], session);
}

async function openFever(
  ctx: Context,
  { surname, ...place }: AtHome,
  reading: FeverReadingDoc,
  session: ClientSession,
): Promise<CaseDoc> {
  const now = ctx.clock.now();
  const _id = new Types.ObjectId();
  const clock = caseClock({ kind: 'fever' }, 'raised', now) as NonNullable<ReturnType<typeof caseClock>>;
  const raised: FeverDoc = {
    _id,
    ...place,
    life: 'case',
    kind: 'fever',
    state: 'raised',
    open: true,
    version: 1,
    urgency: 'fever',
    rank: 0,
    surname,
    responsibleFrom: fever.responsibleFrom,
    holder: null,
    raisedAt: now,
    ...clock,
    readings: [reading],
    history: [{ at: now, action: 'raise', from: null, to: 'raised', by: null } satisfies HistoryEntry],
    audience: audienceOf(place),
    healthUntil: inCare,
    drill: false,
  };
  const { told, step, nextStepAt } = climbRequest(raised, now);
  const doc: FeverDoc = { ...raised, step, nextStepAt };
  if (!doc.episodeId) await ctx.seals.make([dataKeyId('request', _id)], session);
  await insertAll(Cases(ctx), [doc], session);
  await ctx.hooks.requestStepped({ doc, action: 'raise' }, session);
  await tellRungs(ctx, doc, told, session);
  if (!(await isOfDead(ctx, doc, session))) await askAgain(ctx, doc, session);
  return doc;
}

const audienceOf = ({ communityId, householdId, partyId, gridId }: Omit<AtHome, 'surname'>): string[] => [
  audience.household(String(householdId)),
  ...(partyId ? [audience.party(String(partyId))] : []),
  audience.grid(String(gridId)),
  audience.health(String(communityId)),
];

/** A second reading after 15 to 30 minutes, as a slot with a ladder of its own. */
async function askAgain(ctx: Context, doc: FeverDoc, session: ClientSession): Promise<void> {
  const { communityId, residentId, householdId, partyId, episodeId, door, order, audience: heard } = doc;
  const { gridId, gridPath, patchId, raisedAt } = doc;
  const owner = {
    ...{ communityId, residentId, householdId, door, order, audience: heard, gridId, gridPath },
    ...(patchId && { patchId }),
    ...(partyId && { partyId }),
    ...(episodeId && { episodeId }),
    requestId: doc._id,
  };
  const { opens, due, closes } = secondReadingMinutes;
  const planned = {
    day: dayOf(raisedAt),
    window: 'once' as const,
    opensAt: addMinutes(raisedAt, opens),
    dueAt: addMinutes(raisedAt, due),
    closesAt: addMinutes(raisedAt, closes),
  };
  await openSlots(ctx, owner, 'secondReading', [planned], session);
}
