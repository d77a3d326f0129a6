import type { DataKey } from '../platform/sealing';
import type { ActionInput } from './acting';
import type { DoneStep, ReconciliationDoc } from './reconciliationModel';
import { placeOf } from './texts';

/** What was written with a step that is to be found out about; nothing once its key is destroyed. */
export const inputOf = (
  { _id }: ReconciliationDoc,
  { input, key: name }: DoneStep,
  key: DataKey | undefined,
): ActionInput => (key ? (JSON.parse(key.open(input, placeOf.done(_id, name))) as ActionInput) : {});
