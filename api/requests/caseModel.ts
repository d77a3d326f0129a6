import type { Channel } from '@shared/requests/errandView';
import type { CaseKindName } from '@shared/requests/kinds';
import type { CaseState } from '@shared/requests/lives';
import type { FeverBand } from '@shared/temperatures/fever';
import type { Filler } from '@shared/temperatures/reading';
import { Schema, type Types } from 'mongoose';
import { type BlindHash, blindHashSchema } from '../platform/blindIndex';
import type { Once } from '../platform/idempotency';
import type { HistoryEntry, Index, RequestBase } from './requestBase';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

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

/** A case about one person. */
export const isAboutPerson = (doc: CaseDoc): doc is CaseDoc & { residentId: Id } => Boolean(doc.residentId);

/** The fields of cases alone. */
export const caseFields = {
  dwellingId: ObjectId,
  partyId: ObjectId,
  observationId: ObjectId,
  episodeId: ObjectId,
  surname: String,
  place: String,
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
  outcome: String,
  readings: { type: [Schema.Types.Mixed], default: undefined },
  healthUntil: Date,
};

const has = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
const openCase = { partialFilterExpression: { open: true, life: 'case' } };

export const caseIndexes: Index[] = [
  // One open fever of a person: what comes meanwhile joins it.
  [
    { communityId: 1, residentId: 1, kind: 1 },
    { unique: true, partialFilterExpression: { open: true, kind: 'fever' } },
  ],
  // What repeats makes the next one once.
  [
    { communityId: 1, follows: 1 },
    { unique: true, ...has('follows') },
  ],
  [{ communityId: 1, 'receipt.hashes.hash': 1 }, has('receipt.hashes.hash')],
  [{ communityId: 1, dwellingId: 1, _id: -1 }, has('dwellingId')],
  [{ communityId: 1, gridPath: 1, rank: 1, dueAt: 1, _id: 1 }, openCase],
  [{ communityId: 1, rank: 1, dueAt: 1, _id: 1 }, openCase],
  // What one account raised, or sees alone at home.
  [{ communityId: 1, 'raisedBy.accountId': 1 }, has('raisedBy.accountId')],
  [{ communityId: 1, privateTo: 1 }, has('privateTo')],
  [{ communityId: 1, healthUntil: 1 }],
];
