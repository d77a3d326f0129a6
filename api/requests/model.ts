import type { Role } from '@shared/accounts/contract';
import type { ResponsibleFrom } from '@shared/ladder';
import type { RequestKindName } from '@shared/requests/kinds';
import type { CaseAction, CaseState } from '@shared/requests/lives';
import type { FeverBand } from '@shared/temperatures/fever';
import type { Filler } from '@shared/temperatures/reading';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';
import { dueIndex } from '../platform/sweep';
import { type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** One thing that happened to a request: by a person, or by the clock. */
export interface HistoryEntry {
  at: Date;
  action: CaseAction | 'raise' | 'join' | 'correct' | 'merge' | 'rung';
  from: CaseState | null;
  to: CaseState;
  by: { accountId: Id; membershipId?: Id; role: Role | null } | null;
  step?: string;
  result?: string;
  /** A note or a reason, sealed. */
  text?: string;
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

/** Something asked for or raised, with one responsible person until it is closed. */
export interface RequestDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  kind: RequestKindName;
  state: CaseState;
  /** While it is not closed. */
  open: boolean;
  version: number;
  urgency: 'fever' | 'normal';
  /** 0 stands before everything else in a list. */
  rank: 0 | 1;
  residentId: Id;
  householdId: Id;
  partyId?: Id;
  observationId?: Id;
  /** The return whose key seals its texts; without one it has a key of its own. */
  episodeId?: Id;
  door: string;
  order: string;
  surname: string;
  responsibleFrom: ResponsibleFrom;
  /** Who took it or was named; counts while that person is present. */
  responsibleAccountId?: Id | null;
  /** Who accepted an errand; a case has none. */
  holder: null;
  raisedAt: Date;
  acknowledgedAt?: Date;
  handledAt?: Date;
  closedAt?: Date | null;
  outcome?: string | null;
  /** When the present state began: its ladder is counted from here. */
  stateAt: Date;
  /** By when its next step is owed. */
  dueAt: Date;
  step: number;
  nextStepAt?: Date | null;
  readings: FeverReadingDoc[];
  history: HistoryEntry[];
  audience: string[];
  /** Until when the health station sees it. */
  healthUntil: Date;
  drill: boolean;
}
const request = new Schema<RequestDoc>(
  {
    communityId: ObjectId,
    kind: String,
    state: String,
    open: Boolean,
    version: Number,
    urgency: String,
    rank: Number,
    residentId: ObjectId,
    householdId: ObjectId,
    partyId: ObjectId,
    observationId: ObjectId,
    episodeId: ObjectId,
    door: String,
    order: String,
    surname: String,
    responsibleFrom: String,
    responsibleAccountId: ObjectId,
    holder: Schema.Types.Mixed,
    raisedAt: Date,
    acknowledgedAt: Date,
    handledAt: Date,
    closedAt: Date,
    outcome: String,
    stateAt: Date,
    dueAt: Date,
    step: Number,
    nextStepAt: Date,
    readings: [Schema.Types.Mixed],
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
request.index({ communityId: 1, residentId: 1, _id: -1 });
request.index({ communityId: 1, householdId: 1, _id: -1 });
request.index({ communityId: 1, gridPath: 1, _id: -1 });
request.index({ communityId: 1, _id: -1 });
const open = { partialFilterExpression: { open: true } } as const;
request.index({ communityId: 1, gridPath: 1, rank: 1, dueAt: 1, _id: 1 }, open);
request.index({ communityId: 1, rank: 1, dueAt: 1, _id: 1 }, open);
request.index({ communityId: 1, gridPath: 1, open: 1, _id: -1 }, open);
request.index({ communityId: 1, open: 1, _id: -1 }, open);
request.index({ communityId: 1, healthUntil: 1 });
request.index(...dueIndex);
export const Requests = collection<RequestDoc>('requests', request);
