import type { Role } from '@shared/accounts/contract';
import type { ResponsibleFrom } from '@shared/ladder';
import type { ErrandAction, ErrandState } from '@shared/requests/errandLife';
import type { Channel, ErrandView, Evidence } from '@shared/requests/errandView';
import type { CaseKindName, ErrandKindName } from '@shared/requests/kinds';
import type { CaseAction, CaseState } from '@shared/requests/lives';
import type { MarkedLine } from '@shared/requests/shopping';
import type { FeverBand } from '@shared/temperatures/fever';
import type { Filler } from '@shared/temperatures/reading';
import { type Model, Schema, type Types } from 'mongoose';
import { type BlindHash, blindHashSchema } from '../platform/blindIndex';
import type { Once } from '../platform/idempotency';
import { collection, type HasConnection, schemaOptions } from '../platform/mongo';
import { dueIndex } from '../platform/sweep';
import { type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

export type RequestState = CaseState | ErrandState;
export type RequestAction = CaseAction | ErrandAction;

/** One thing that happened to a request: by a person, or by the clock. */
export interface HistoryEntry {
  /** When it was done. */
  at: Date;
  /** Where that was without network: when it arrived. */
  receivedAt?: Date;
  action: RequestAction | 'raise' | 'place' | 'join' | 'correct' | 'merge' | 'rung';
  from: RequestState | null;
  to: RequestState;
  by: { accountId: Id; membershipId?: Id; role: Role | null } | null;
  step?: string;
  result?: string;
  /** A note or a reason, sealed. */
  text?: string;
  /** Of an errand that changed hands: who has it from then on; null: it waits. */
  holder?: Id | null;
  amountFen?: number;
  /** Of a delivery: what proves it. */
  evidence?: Evidence;
  /** Photos that came with it. */
  fileIds?: Id[];
  rung?: string;
  key?: string;
  hash?: string;
}

/** What made it a case: a reading, or symptoms. */
export interface FeverReadingDoc {
  readingId: Id;
  celsius: number | null;
  takenAt: Date;
  symptoms: string[];
  medicine: boolean;
  band: FeverBand;
  /** Absent of one that was kept before this was known. */
  filledBy?: Filler;
  /** The earlier reading in whose place it stands. */
  correctionOf?: Id;
  /** What stands in its place, fever or not. */
  corrected?: { readingId: Id } & Pick<FeverReadingDoc, 'celsius' | 'symptoms' | 'medicine'>;
}

/** What every request has: one responsible person until it is over, a clock, and what happened. */
interface RequestBase extends GridPlace {
  _id: Id;
  communityId: Id;
  /** While it is not over. */
  open: boolean;
  version: number;
  urgency: 'fever' | 'normal';
  /** 0 stands before everything else in a list. */
  rank: 0 | 1;
  door: string;
  order: string;
  responsibleFrom: ResponsibleFrom;
  /** Who took it or was named; counts while that person is present. */
  responsibleAccountId?: Id | null;
  closedAt?: Date | null;
  /** When the present state began: its ladder is counted from here. */
  stateAt: Date;
  step: number;
  nextStepAt?: Date | null;
  history: HistoryEntry[];
  audience: string[];
  drill: boolean;
}

/** Something that needs a judgement. */
export interface CaseDoc extends RequestBase {
  life: 'case';
  kind: CaseKindName;
  state: CaseState;
  /** Absent of what is about nobody in particular. */
  residentId?: Id;
  /** Absent of what is about a place, and of what nobody signed. */
  householdId?: Id;
  /** Of what is at a door and about no household. */
  dwellingId?: Id;
  partyId?: Id;
  observationId?: Id;
  /** The return whose key seals its texts; without one it has a key of its own. */
  episodeId?: Id;
  surname: string;
  holder: null;
  /** Who raised it, of what did not raise itself and was signed. */
  raisedBy?: NonNullable<HistoryEntry['by']>;
  /** At home nobody but this account sees it. */
  privateTo?: Id;
  channel?: Channel;
  /** What its kind asks for, sealed. */
  details?: string;
  note?: string;
  caller?: string;
  /** Where it is in words, sealed; absent where there is a door. */
  place?: string;
  /** Of what nobody signed: the code by which whoever raised it comes back, sealed and as a blind index. */
  receipt?: { code: string; hashes: BlindHash[] };
  /** Its making, so that a repeat is known; absent of what raised itself. */
  made?: Once;
  /** The next one is made by itself; it hangs on the newest. */
  repeat?: { everyDays: number; nextAt: Date } | null;
  /** The one that made it. */
  follows?: Id;
  raisedAt: Date;
  acknowledgedAt?: Date;
  handledAt?: Date;
  outcome?: string | null;
  /** By when its next step is owed. */
  dueAt: Date;
  readings: FeverReadingDoc[];
  /** Until when the health station sees it; absent of kinds it does not see. */
  healthUntil?: Date;
}

/** Who accepted an errand, or was named. */
export interface Holder {
  accountId: Id;
  membershipId?: Id;
  /** When they serve no longer, where that is known: no lease is longer. */
  until?: Date | null;
}

/** Something that is brought or taken. Its texts are sealed under a key of its own. */
export interface ErrandDoc extends RequestBase {
  life: 'errand';
  kind: ErrandKindName;
  state: ErrandState;
  householdId: Id;
  /** Whom of the household it is for, if for one. */
  residentId?: Id;
  /** All that a worker of the estate reads of the door while it waits in the pool. */
  building: string;
  /** The estate in whose pool it waits while nobody holds it. */
  poolGridId: Id;
  holder: Holder | null;
  /** Until when the holder has it without progress. */
  leaseUntil?: Date | null;
  /** After nobody was at home. */
  nextTryAt?: Date | null;
  channel: Channel;
  urgent: boolean;
  /** What its kind asks for, sealed. */
  details: string;
  /** How many things are asked for. */
  size: number;
  note?: string;
  caller?: string;
  doorCode: string;
  /** So often a door code was tried by the present holder. */
  doorCodeTries: number;
  /** The trip it is brought on. */
  runId?: Id | null;
  /** What became of lines in the shop. */
  marks?: MarkedLine[];
  /** A question of the holder waits for the household. */
  isAsked: boolean;
  paidFen?: number;
  /** Whom the household sent away with what they delivered. */
  objectedTo: Id[];
  placedAt: Date;
  /** From when on it is worked at: ladder, lease and the figures of the day count from it. */
  startsAt: Date;
  /** When the household is asked whether to order it again, once it was delivered; gone when it was ordered again. */
  runsLowAt?: Date | null;
  /** By when it was wished for. */
  wishedAt?: Date;
  /** By whoever was first. */
  acceptedAt?: Date;
  deliveredAt?: Date | null;
  closedBy?: ErrandView['closedBy'];
  /** Drawn to be asked about by telephone: by when. */
  ringDueAt?: Date | null;
  /** By when it was promised. */
  dueAt: Date;
  /** Its making, so that a repeat is known. */
  made: Once;
}

/** Something asked for or raised; which of the two says `life`. */
export type RequestDoc = CaseDoc | ErrandDoc;
export const isErrand = (doc: RequestDoc): doc is ErrandDoc => doc.life === 'errand';
/** A case about one person. */
export const isAboutPerson = (doc: CaseDoc): doc is CaseDoc & { residentId: Id } => Boolean(doc.residentId);

// What a document has depends on its life: the types above say it.
const request = new Schema(
  {
    communityId: ObjectId,
    life: String,
    kind: String,
    state: String,
    open: Boolean,
    version: Number,
    urgency: String,
    rank: Number,
    residentId: ObjectId,
    householdId: ObjectId,
    dwellingId: ObjectId,
    partyId: ObjectId,
    observationId: ObjectId,
    episodeId: ObjectId,
    door: String,
    order: String,
    surname: String,
    responsibleFrom: String,
    responsibleAccountId: ObjectId,
    holder: {
      type: { _id: false, accountId: ObjectId, membershipId: ObjectId, until: Date },
      default: undefined,
    },
    building: String,
    poolGridId: ObjectId,
    leaseUntil: Date,
    nextTryAt: Date,
    channel: String,
    urgent: Boolean,
    details: String,
    size: Number,
    note: String,
    caller: String,
    place: String,
    doorCode: String,
    doorCodeTries: Number,
    marks: { type: [{ _id: false, line: Number, as: String }], default: undefined },
    runId: ObjectId,
    isAsked: Boolean,
    paidFen: Number,
    objectedTo: { type: [ObjectId], default: undefined },
    placedAt: Date,
    startsAt: Date,
    wishedAt: Date,
    runsLowAt: Date,
    acceptedAt: Date,
    deliveredAt: Date,
    closedBy: String,
    ringDueAt: Date,
    made: { type: { _id: false, key: String, hash: String }, default: undefined },
    raisedBy: {
      type: { _id: false, accountId: ObjectId, membershipId: ObjectId, role: String },
      default: undefined,
    },
    privateTo: ObjectId,
    receipt: { type: { _id: false, code: String, hashes: [blindHashSchema] }, default: undefined },
    repeat: { type: { _id: false, everyDays: Number, nextAt: Date }, default: undefined },
    follows: ObjectId,
    raisedAt: Date,
    acknowledgedAt: Date,
    handledAt: Date,
    closedAt: Date,
    outcome: String,
    stateAt: Date,
    dueAt: Date,
    step: Number,
    nextStepAt: Date,
    readings: { type: [Schema.Types.Mixed], default: undefined },
    history: [Schema.Types.Mixed],
    audience: [String],
    healthUntil: Date,
    drill: { type: Boolean, default: false },
    ...gridPlaceSchema,
  },
  schemaOptions,
);
// One open fever of a person: what comes meanwhile joins it.
request.index(
  { communityId: 1, residentId: 1, kind: 1 },
  { unique: true, partialFilterExpression: { open: true, kind: 'fever' } },
);
request.index(
  { communityId: 1, 'made.key': 1 },
  { unique: true, partialFilterExpression: { 'made.key': { $exists: true } } },
);
// What repeats makes the next one once.
request.index(
  { communityId: 1, follows: 1 },
  { unique: true, partialFilterExpression: { follows: { $exists: true } } },
);
request.index(
  { communityId: 1, 'receipt.hashes.hash': 1 },
  { partialFilterExpression: { 'receipt.hashes.hash': { $exists: true } } },
);
request.index({ communityId: 1, residentId: 1, _id: -1 });
request.index({ communityId: 1, householdId: 1, _id: -1 });
request.index(
  { communityId: 1, dwellingId: 1, _id: -1 },
  { partialFilterExpression: { dwellingId: { $exists: true } } },
);
request.index({ communityId: 1, life: 1, gridPath: 1, _id: -1 });
request.index({ communityId: 1, life: 1, _id: -1 });
request.index(
  { communityId: 1, life: 1, gridPath: 1, open: 1, _id: -1 },
  { partialFilterExpression: { open: true } },
);
request.index({ communityId: 1, life: 1, open: 1, _id: -1 }, { partialFilterExpression: { open: true } });
const openCase = { partialFilterExpression: { open: true, life: 'case' } } as const;
request.index({ communityId: 1, gridPath: 1, rank: 1, dueAt: 1, _id: 1 }, openCase);
request.index({ communityId: 1, rank: 1, dueAt: 1, _id: 1 }, openCase);
const openErrand = { partialFilterExpression: { open: true, life: 'errand' } } as const;
// What somebody holds, what waits at a door, and what waits in a pool.
request.index({ communityId: 1, 'holder.accountId': 1, state: 1, dueAt: 1, _id: 1 }, openErrand);
request.index({ communityId: 1, gridPath: 1, 'holder.accountId': 1, dueAt: 1, _id: 1 }, openErrand);
request.index({ communityId: 1, poolGridId: 1, 'holder.accountId': 1, _id: -1 }, openErrand);
// What is for a day, by how far it has come; the grid of the whole community lies above every door.
request.index(
  { communityId: 1, gridPath: 1, state: 1, startsAt: 1, _id: 1 },
  { partialFilterExpression: { life: 'errand' } },
);
// Whom to ring and ask whether it came.
const toBeRung = { partialFilterExpression: { ringDueAt: { $type: 'date' } } } as const;
request.index({ communityId: 1, gridPath: 1, ringDueAt: 1, _id: 1 }, toBeRung);
request.index({ communityId: 1, ringDueAt: 1, _id: 1 }, toBeRung);
request.index(
  { communityId: 1, gridPath: 1, runsLowAt: 1, _id: 1 },
  { partialFilterExpression: { runsLowAt: { $type: 'date' } } },
);
// What one account raised, or sees alone at home.
request.index(
  { communityId: 1, 'raisedBy.accountId': 1 },
  { partialFilterExpression: { 'raisedBy.accountId': { $exists: true } } },
);
request.index(
  { communityId: 1, privateTo: 1 },
  { partialFilterExpression: { privateTo: { $exists: true } } },
);
request.index({ communityId: 1, healthUntil: 1 });
request.index(...dueIndex);
export const Requests = collection<RequestDoc>('requests', request as unknown as Schema<RequestDoc>);
/** The same collection where only cases, or only errands, are meant; the filter says so as well. */
export const Cases = Requests as unknown as (ctx: HasConnection) => Model<CaseDoc>;
export const Errands = Requests as unknown as (ctx: HasConnection) => Model<ErrandDoc>;
