import type { ErrandAction } from '@shared/requests/errandLife';
import type { ErrandKindName } from '@shared/requests/kinds';
import type { ReconciliationOutcome } from '@shared/requests/reconciliation';
import { Schema, type Types } from 'mongoose';
import { collection, schemaOptions } from '../platform/mongo';
import { dueIndex } from '../platform/sweep';
import { type GridPlace, gridPlaceSchema } from '../roster';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** Something somebody did for an errand without network, and what was written with it, sealed. */
export interface DoneStep {
  action: ErrandAction;
  at: Date;
  receivedAt: Date;
  /** Absent where the key was destroyed before it arrived. */
  input?: string;
  /** There alone: what was laid out. */
  amountFen?: number;
  key: string;
  hash: string;
}

/** What one person did for one errand while others went on: for the leader to find out. Sealed under the key of the errand. */
export interface ReconciliationDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  requestId: Id;
  householdId: Id;
  kind: ErrandKindName;
  door: string;
  /** Who did it. */
  accountId: Id;
  open: boolean;
  version: number;
  steps: DoneStep[];
  openedAt: Date;
  dueAt: Date;
  /** How far its ladder was climbed. */
  step: number;
  nextStepAt?: Date | null;
  closed?: {
    at: Date;
    accountId: Id;
    outcome: ReconciliationOutcome;
    text?: string;
    key: string;
    hash: string;
  };
  audience: string[];
}
const reconciliation = new Schema<ReconciliationDoc>(
  {
    communityId: ObjectId,
    requestId: ObjectId,
    householdId: ObjectId,
    kind: String,
    door: String,
    accountId: ObjectId,
    open: Boolean,
    version: Number,
    steps: [
      {
        ...{ _id: false, action: String, at: Date, receivedAt: Date, key: String, hash: String },
        ...{ input: String, amountFen: Number },
      },
    ],
    openedAt: Date,
    dueAt: Date,
    step: Number,
    nextStepAt: Date,
    closed: {
      type: {
        _id: false,
        at: Date,
        accountId: ObjectId,
        outcome: String,
        text: String,
        key: String,
        hash: String,
      },
      default: undefined,
    },
    audience: [String],
    ...gridPlaceSchema,
  },
  schemaOptions,
);
// What somebody did for one errand is found out about together.
reconciliation.index(
  { communityId: 1, requestId: 1, accountId: 1 },
  { unique: true, partialFilterExpression: { open: true } },
);
reconciliation.index({ communityId: 1, requestId: 1, _id: -1 });
reconciliation.index({ communityId: 1, householdId: 1 }, { partialFilterExpression: { open: true } });
reconciliation.index({ communityId: 1, accountId: 1, _id: -1 });
reconciliation.index({ communityId: 1, gridPath: 1, _id: -1 });
reconciliation.index({ communityId: 1, _id: -1 });
const open = { partialFilterExpression: { open: true } } as const;
reconciliation.index({ communityId: 1, gridPath: 1, dueAt: 1, _id: 1 }, open);
reconciliation.index({ communityId: 1, dueAt: 1, _id: 1 }, open);
reconciliation.index(...dueIndex);
export const Reconciliations = collection<ReconciliationDoc>('reconciliations', reconciliation);
