import { inCare } from '@shared/care';
import type { Channel } from '@shared/requests/channels';
import type { Details } from '@shared/requests/fields';
import { type CaseKindName, caseKindOf } from '@shared/requests/kinds';
import { addMinutes, dayMs, minuteMs } from '@shared/time';
import { type ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import type { Once } from '../platform/idempotency';
import { insertAll } from '../platform/mongo';
import { type DataKey, dataKeyId } from '../platform/sealing';
import type { GridPlace } from '../roster';
import { caseClock, climbRequest, comingOf } from './clock';
import { caseAudience } from './hearing';
import { type CaseDoc, Cases, type HistoryEntry } from './model';
import { tellRungs } from './tellRungs';
import { placeOf } from './texts';

const dayMinutes = dayMs / minuteMs;

/** Where something is, and whose. */
export interface CasePlace extends GridPlace {
  communityId: Types.ObjectId;
  /** Empty of a place in words. */
  door: string;
  order: string;
  householdId?: Types.ObjectId;
  dwellingId?: Types.ObjectId;
  residentId?: Types.ObjectId;
  surname?: string;
  /** A place in words, where there is no door. */
  words?: string;
}

export interface NewCase {
  kind: CaseKindName;
  place: CasePlace;
  /** Absent of what nobody signed. */
  raisedBy?: CaseDoc['raisedBy'];
  privateTo?: Types.ObjectId;
  details: Details;
  channel?: Channel;
  note?: string;
  caller?: string;
  made?: Once;
  receipt?: { code: string; hashes: NonNullable<CaseDoc['receipt']>['hashes'] };
  /** The one that made it. */
  follows?: Types.ObjectId;
  /** Photos that are named with it, in the same transaction. */
  photos?: (requestId: Types.ObjectId, key: DataKey) => Promise<Pick<HistoryEntry, 'fileIds'>>;
}

/** A case of any kind but a fever, in front of whoever answers for it from then on. In the caller’s transaction. */
export async function openCase(ctx: Context, of: NewCase, session: ClientSession): Promise<CaseDoc> {
  const now = ctx.clock.now();
  const _id = new Types.ObjectId();
  const keyId = dataKeyId('request', _id);
  const key = (await ctx.seals.make([keyId], session)).get(keyId) as DataKey;
  const photos = await of.photos?.(_id, key);
  const raised = { ...caseOf(of, _id, now), ...textsOf(of, _id, key) };
  const begun: CaseDoc = {
    ...raised,
    ...(caseClock(raised, 'raised', now) as NonNullable<ReturnType<typeof caseClock>>),
    history: [
      {
        at: now,
        action: 'raise',
        from: null,
        to: 'raised',
        by: (!of.follows && of.raisedBy) || null,
        ...photos,
      },
    ],
  };
  const { told, step, nextStepAt } = climbRequest(begun, now);
  const doc: CaseDoc = { ...begun, step, nextStepAt };
  await insertAll(Cases(ctx), [doc], session);
  await tellRungs(ctx, doc, told, session);
  return doc;
}

type Unclocked = Omit<CaseDoc, 'stateAt' | 'dueAt' | 'step' | 'history'>;

function caseOf({ kind, place, ...of }: NewCase, _id: Types.ObjectId, now: Date): Unclocked {
  const { isUrgent, responsibleFrom, seenBy } = caseKindOf(kind);
  const { communityId, gridId, gridPath, patchId, householdId, residentId, door, order, surname } = place;
  const { raisedBy, privateTo, channel, made, follows } = of;
  const repeat = repeatOf(kind, of.details, now);
  return {
    ...{ _id, communityId, life: 'case', kind, state: 'raised', open: true, version: 1, drill: false },
    ...{ urgency: isUrgent ? 'fever' : 'normal', rank: isUrgent ? 0 : 1 },
    ...{ gridId, gridPath, door, order, surname: surname ?? '', holder: null, responsibleFrom },
    ...(patchId && { patchId }),
    ...(householdId && { householdId }),
    ...(!householdId && place.dwellingId && { dwellingId: place.dwellingId }),
    ...(residentId && { residentId }),
    ...(raisedBy && { raisedBy }),
    ...(privateTo && { privateTo }),
    ...(channel && { channel }),
    ...(made && { made }),
    ...(follows && { follows }),
    ...(repeat && { repeat }),
    ...(seenBy.health && { healthUntil: inCare }),
    ...{ raisedAt: now, readings: [] },
    audience: caseAudience(kind, place, privateTo),
  };
}

/** What was written, each text bound to its place. */
function textsOf(of: NewCase, _id: Types.ObjectId, key: DataKey): Partial<CaseDoc> {
  const seal = (name: Parameters<typeof placeOf.field>[1], text: string) =>
    key.seal(text, placeOf.field(_id, name));
  const { details, note, caller, receipt, place } = of;
  return {
    details: seal('details', JSON.stringify(details)),
    ...(note && { note: seal('note', note) }),
    ...(caller && { caller: seal('caller', caller) }),
    ...(place.words && { place: seal('place', place.words) }),
    ...(receipt && { receipt: { ...receipt, code: seal('receipt', receipt.code) } }),
  };
}

/** Of a kind that repeats, how often and when the next one is for. */
function repeatOf(kind: CaseKindName, details: Details, now: Date): CaseDoc['repeat'] {
  const { repeats } = caseKindOf(kind);
  const everyDays = repeats?.days[String(details[repeats.field])];
  if (!repeats || !everyDays) return null;
  const first = new Date(String(details[repeats.at]));
  return {
    everyDays,
    nextAt: comingOf({ everyDays, nextAt: addMinutes(first, everyDays * dayMinutes) }, now),
  };
}
