import type { DataKey } from '../platform/sealing';
import type { ActionInput } from './acting';
import type { DoneStep, ReconciliationDoc } from './reconciliationModel';
import { placeOf } from './texts';

/** What was written with a step that is to be found out about; once its key is destroyed the sum alone, where it arrived after that. */
export const inputOf = (
  { _id }: ReconciliationDoc,
  { input, amountFen, key: name }: DoneStep,
  key: DataKey | undefined,
): ActionInput =>
  input && key
    ? (JSON.parse(key.open(input, placeOf.done(_id, name))) as ActionInput)
    : { ...(amountFen !== undefined && { amountFen }) };
