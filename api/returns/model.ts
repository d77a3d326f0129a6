import type { Role } from '@shared/accounts/contract';
import type { ResponsibleFrom } from '@shared/ladder';
import type { startEventKinds } from '@shared/observation/days';
import type {
  relations,
  riskClasses,
  tipRelations,
  transportKinds,
  waysIn,
} from '@shared/returns/declaration';
import type { ReturnAction, ReturnState } from '@shared/returns/life';
import type { Address } from '@shared/roster/address';
import type { DocumentKind } from '@shared/roster/identity';
import { Schema, type Types } from 'mongoose';
import { type BlindHash, blindHashSchema } from '../platform/blindIndex';
import { collection, schemaOptions } from '../platform/mongo';
import { dueIndex } from '../platform/sweep';
import { addressSchema, type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** One step of a return: who, what, and what it was before (sealed with the episode key). */
export interface ReturnStep {
  at: Date;
  by: { accountId: Id; membershipId?: Id; role: Role | null };
  action: ReturnAction | 'declare';
  from: ReturnState | null;
  to: ReturnState;
  key?: string;
  hash?: string;
  before?: string;
  /** Why, sealed. */
  reason?: string;
}

/** The fields that a declaration or a correction decides. */
export interface DeclaredFields extends GridPlace {
  dwellingId?: Id;
  address: Address;
  door: string;
  responsibleFrom: ResponsibleFrom;
  /** Name, document, telephone as sealed JSON. */
  person: string;
  surname: string;
  /** Absent of a tip, until somebody has called. */
  documentKind?: DocumentKind;
  documentIndex?: BlindHash[];
  nameIndex: BlindHash[];
  relation: (typeof relations)[number];
  origin: { divisionCode?: string; country?: string; risk?: (typeof riskClasses)[number] };
  leftAt?: Date;
  arrivedAt?: Date;
  late: boolean;
  transport: { kind?: (typeof transportKinds)[number]; number?: string; seat?: string };
  symptoms: string[];
  reading: { celsius: number; takenAt: Date; medicine: boolean } | null;
  urgency: 'fever' | 'normal';
}

/** One person’s declared arrival. */
export interface ReturnDoc extends DeclaredFields {
  _id: Id;
  communityId: Id;
  partyId: Id;
  residentId: Id;
  householdId: Id;
  source: (typeof waysIn)[number];
  state: ReturnState;
  /** Ended for good; the unique indexes hold only while it is false. */
  ended: boolean;
  version: number;
  /** The same for the whole party, so that it stays together in a list: 0 with a fever among them, else 1. */
  partyRank: 0 | 1;
  declaredAt: Date;
  declaredBy: { accountId: Id; membershipId?: Id };
  dueAt: Date;
  verifiedAt?: Date;
  endedAt?: Date;
  responsibleAccountId?: Id;
  /** Rung of the ladder that comes next, and when. */
  step: number;
  nextStepAt?: Date | null;
  /** Rungs that came, for the record: told or skipped. */
  rungs: { name: string; at: Date; state: 'told' | 'skipped' }[];
  rejectedReason?: string;
  /** Told by somebody else; the note is sealed, and who told is for nobody’s eyes. */
  tip?: { relation: (typeof tipRelations)[number]; note: string };
  /** Offered to another community; kept when it was taken, and with the reason when it was refused. */
  offer?: { communityId: Id; at: Date; refused?: string };
  /** Where it came from and where it went on: another community, or the time before a leaving. */
  previous?: {
    communityId: Id;
    returnId: Id;
    startEvent?: { kind: (typeof startEventKinds)[number]; at: Date };
  };
  next?: { communityId: Id; returnId: Id };
  observation?: { id: Id; lastDay: string; slotCount: number };
  /** Idempotency keys of the declarations in it, as `<account>:<key>:<row>`. */
  declarations: { key: string; hash: string }[];
  history: ReturnStep[];
  audience: string[];
  drill: boolean;
}

const journeyShape = {
  dwellingId: ObjectId,
  address: addressSchema,
  door: String,
  responsibleFrom: String,
  origin: { divisionCode: String, country: String, risk: String },
  leftAt: Date,
  arrivedAt: Date,
  late: Boolean,
  transport: { kind: String, number: String, seat: String },
  ...gridPlaceSchema,
} as const;

const personShape = {
  person: String,
  surname: String,
  documentKind: String,
  documentIndex: { type: [blindHashSchema], default: undefined },
  nameIndex: [blindHashSchema],
  relation: String,
  symptoms: [String],
  reading: Schema.Types.Mixed,
  urgency: String,
} as const;

const schema = new Schema<ReturnDoc>(
  {
    communityId: ObjectId,
    partyId: ObjectId,
    residentId: ObjectId,
    householdId: ObjectId,
    ...journeyShape,
    ...personShape,
    source: String,
    state: String,
    ended: Boolean,
    version: Number,
    partyRank: Number,
    declaredAt: Date,
    declaredBy: { accountId: ObjectId, membershipId: ObjectId },
    dueAt: Date,
    verifiedAt: Date,
    endedAt: Date,
    responsibleAccountId: ObjectId,
    step: Number,
    nextStepAt: Date,
    rungs: [{ _id: false, name: String, at: Date, state: String }],
    rejectedReason: String,
    tip: { type: { _id: false, relation: String, note: String }, default: undefined },
    offer: { type: { _id: false, communityId: ObjectId, at: Date, refused: String }, default: undefined },
    previous: {
      type: { _id: false, communityId: ObjectId, returnId: ObjectId, startEvent: { kind: String, at: Date } },
      default: undefined,
    },
    next: { type: { _id: false, communityId: ObjectId, returnId: ObjectId }, default: undefined },
    observation: {
      type: { _id: false, id: ObjectId, lastDay: String, slotCount: Number },
      default: undefined,
    },
    declarations: [{ _id: false, key: String, hash: String }],
    history: [Schema.Types.Mixed],
    audience: [String],
    drill: { type: Boolean, default: false },
  },
  schemaOptions,
);
const open = { ended: false } as const;
schema.index(
  { communityId: 1, 'documentIndex.hash': 1 },
  { unique: true, partialFilterExpression: { ...open, documentIndex: { $exists: true } } },
);
schema.index({ communityId: 1, residentId: 1 }, { unique: true, partialFilterExpression: open });
schema.index({ communityId: 1, 'declarations.key': 1 }, { unique: true });
schema.index({ communityId: 1, dwellingId: 1 }, { partialFilterExpression: open });
schema.index({ communityId: 1, partyId: 1, _id: 1 });
schema.index({ communityId: 1, residentId: 1, _id: -1 });
schema.index(
  { communityId: 1, door: 1, source: 1 },
  { partialFilterExpression: { ...open, tip: { $exists: true } } },
);
schema.index({ communityId: 1, householdId: 1, _id: -1 });
schema.index({ communityId: 1, state: 1, _id: -1 });
schema.index({ communityId: 1, gridPath: 1, _id: -1 });
schema.index({ communityId: 1, _id: -1 });
schema.index({ communityId: 1, gridPath: 1, state: 1, partyRank: 1, dueAt: 1, partyId: 1, _id: 1 });
schema.index({ communityId: 1, state: 1, partyRank: 1, dueAt: 1, partyId: 1, _id: 1 });
schema.index(...dueIndex);
export const Returns = collection<ReturnDoc>('returns', schema);
