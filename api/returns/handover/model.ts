import type { handoverAnswers } from '@shared/returns/handover';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../../platform/mongo';
import { dueIndex } from '../../platform/sweep';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/**
 * What one community offers to another: it stands with the one that is to answer, and holds what that office needs to see.
 * The returns themselves stay with the first community, which answers for them until they are taken.
 */
export interface HandoverDoc {
  _id: Id;
  /** The community to which it is offered. */
  communityId: Id;
  fromCommunityId: Id;
  partyId: Id;
  returnIds: Id[];
  /** Of an observation under way: the leaving that led here. */
  leavingId?: Id;
  surnames: string[];
  urgency: 'fever' | 'normal';
  arrivesAt: Date;
  offeredAt: Date;
  dueAt: Date;
  answer: (typeof handoverAnswers)[number] | null;
  answered?: { at: Date; accountId: Id; key: string; hash: string };
  /** The party that was made by taking it. */
  takenPartyId?: Id;
  step: number;
  nextStepAt?: Date | null;
  audience: string[];
  version: number;
}
const handover = new Schema<HandoverDoc>(
  {
    communityId: ObjectId,
    fromCommunityId: ObjectId,
    partyId: ObjectId,
    returnIds: [ObjectId],
    leavingId: ObjectId,
    surnames: [String],
    urgency: String,
    arrivesAt: Date,
    offeredAt: Date,
    dueAt: Date,
    answer: String,
    answered: {
      type: { _id: false, at: Date, accountId: ObjectId, key: String, hash: String },
      default: undefined,
    },
    takenPartyId: ObjectId,
    step: Number,
    nextStepAt: Date,
    audience: [String],
    version: Number,
  },
  schemaOptions,
);
handover.index({ communityId: 1, answer: 1, _id: -1 });
handover.index({ communityId: 1, answer: 1, urgency: 1, dueAt: 1, _id: 1 });
handover.index({ communityId: 1, returnIds: 1, _id: -1 });
handover.index({ communityId: 1, _id: -1 });
handover.index(...dueIndex);
export const Handovers = collection<HandoverDoc>('handovers', handover);
