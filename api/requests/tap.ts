import type { Once } from '../platform/idempotency';
import type { ActionInput } from './acting';
import type { RequestAction, RequestDoc } from './model';

/** What somebody tapped. */
export interface Tapped {
  action: RequestAction;
  seenVersion: number;
  input: ActionInput;
  once: Once;
}

/** A step that was done before it could be sent. */
export interface Done extends Tapped {
  doneAt: Date;
}

/** How the request stands after it; or where it is kept because it could not be taken any more. */
export type Stepped = { doc: RequestDoc } | { reconciliationId: string };
