import type { MembershipView, SessionView } from '@shared/accounts/contract';
import { create } from 'zustand';

/** A mandate that ended under whoever was acting by it; until that has been read. */
export const useEndedMandate = create<{ of: MembershipView | null }>(() => ({ of: null }));
export const forgetEndedMandate = (): void => useEndedMandate.setState({ of: null });

type Account = SessionView['account'];

/** Compares what somebody was a moment ago, or when the program was closed, with what the server says now. */
export function noteEndedMandate(before: Account | null, now: Account): void {
  const acted = before?.memberships.find(({ id }) => id === before.active);
  if (acted?.mandate && !now.memberships.some(({ id }) => id === acted.id))
    useEndedMandate.setState({ of: acted });
}
