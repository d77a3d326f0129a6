import type { Who } from '../context';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import type { RequestDoc } from './model';

/** Under which key a step is known again. */
export const stepKey = (who: Who | null, { key }: Once): string => `${who?.accountId ?? 'anybody'}:${key}`;

/** Whether this very tap has been taken. Problem: key.reused. */
export function isDone(who: Who | null, { history }: RequestDoc, { once }: { once: Once }): boolean {
  const done = history.find(({ key }) => key === stepKey(who, once));
  if (done?.hash) refuseOtherBody({ hash: done.hash }, once);
  return done !== undefined;
}
