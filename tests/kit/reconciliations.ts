import type { ErrandAction } from '@shared/requests/errandLife';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Answer, Caller } from './caller';

interface DoneWithout {
  action: ErrandAction;
  /** When it was done. */
  at: string | Date;
  input?: Record<string, unknown>;
  key?: string;
  /** What stood on the screen then. */
  seenVersion?: number;
}

/** Sends what was done without network, as the outbox of a phone does. */
export const sendsDone = (
  caller: Caller,
  id: string,
  { action, at, input = {}, key = uuidV7(), seenVersion = 1 }: DoneWithout,
): Promise<Answer<{ reconciliationId: string; state: string }>> =>
  caller.calls('actOnRequest', {
    params: { id, action },
    body: { seenVersion, at: new Date(at).toISOString(), input },
    key,
  }) as never;
