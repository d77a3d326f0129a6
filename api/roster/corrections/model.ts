import type { Role } from '@shared/accounts/contract';
import type { Correction, correctionStates, refusalReasons } from '@shared/roster/corrections';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../../platform/mongo';
import { type GridPlace, gridPlaceSchema } from '../model';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

export interface Hand {
  accountId: Id;
  membershipId: Id;
  role: Role;
}

/** One correction of who lives where: what was said, by whom, what it was before, and what became of it. */
export interface CorrectionDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  kind: Correction['kind'];
  state: (typeof correctionStates)[number];
  version: number;
  /** Everybody it is about; the first one’s roster key seals its texts. */
  about: Id[];
  surname: string;
  door: string;
  dwellingId?: Id;
  toDoor?: string;
  fields: string[];
  /** What was said, sealed JSON. */
  said: string;
  /** What it was before, sealed JSON; once applied. */
  before?: string;
  by: Hand;
  at: Date;
  decided?: Hand & { at: Date; reason?: (typeof refusalReasons)[number]; key: string; hash: string };
  /** Of whoever proposed it: the idempotency key and the hash of what was said. */
  key: string;
  hash: string;
}
const hand = { accountId: ObjectId, membershipId: ObjectId, role: String } as const;
const correction = new Schema<CorrectionDoc>(
  {
    communityId: ObjectId,
    kind: String,
    state: String,
    version: Number,
    about: [ObjectId],
    surname: String,
    door: String,
    dwellingId: ObjectId,
    toDoor: String,
    fields: [String],
    said: String,
    before: String,
    by: hand,
    at: Date,
    decided: {
      type: { _id: false, ...hand, at: Date, reason: String, key: String, hash: String },
      default: undefined,
    },
    key: String,
    hash: String,
    ...gridPlaceSchema,
  },
  schemaOptions,
);
correction.index({ communityId: 1, 'by.accountId': 1, key: 1 }, { unique: true });
correction.index({ communityId: 1, about: 1, _id: -1 });
correction.index({ communityId: 1, dwellingId: 1, state: 1 });
correction.index({ communityId: 1, gridPath: 1, state: 1, _id: -1 });
correction.index({ communityId: 1, gridPath: 1, _id: -1 });
correction.index({ communityId: 1, state: 1, _id: -1 });
correction.index({ communityId: 1, _id: -1 });
export const Corrections = collection<CorrectionDoc>('corrections', correction);

export const saidPlace = (id: Id): string => `corrections/${String(id)}/said`;
export const beforePlace = (id: Id): string => `corrections/${String(id)}/before`;
