import type { AbsenceReason, DutyHours } from '@shared/grids/absenceContract';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../../platform/mongo';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** Leave or illness of a person: changes who is responsible while it lasts. */
export interface AbsenceDoc {
  _id: Id;
  communityId: Id;
  accountId: Id;
  from: Date;
  /** Ended early: the moment of the return; never begun: its beginning. */
  until: Date;
  reason: AbsenceReason;
  setBy: Id;
  /** `<account>:<key>` of the caller. */
  key: string;
  hash: string;
  audience: string[];
  version: number;
}
const absence = new Schema<AbsenceDoc>(
  {
    communityId: ObjectId,
    accountId: ObjectId,
    from: Date,
    until: Date,
    reason: String,
    setBy: ObjectId,
    key: String,
    hash: String,
    audience: [String],
    version: Number,
  },
  schemaOptions,
);
absence.index({ communityId: 1, until: 1 });
absence.index({ communityId: 1, accountId: 1, until: 1 });
absence.index({ communityId: 1, _id: -1 });
absence.index(
  { communityId: 1, key: 1 },
  { unique: true, partialFilterExpression: { key: { $exists: true } } },
);
export const Absences = collection<AbsenceDoc>('absences', absence);

/** When a person is called for urgent things; who has none is called always. */
export interface DutyDoc {
  _id: Id;
  communityId: Id;
  membershipId: Id;
  hours: DutyHours[];
}
const duty = new Schema<DutyDoc>(
  {
    communityId: ObjectId,
    membershipId: ObjectId,
    hours: [{ _id: false, days: [Number], from: String, until: String }],
  },
  schemaOptions,
);
duty.index({ communityId: 1, membershipId: 1 }, { unique: true });
export const Duties = collection<DutyDoc>('dutyHours', duty);
