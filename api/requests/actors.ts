import { requestKindOf } from '@shared/requests/kinds';
import type { CaseAction, CaseActor, CaseFacts } from '@shared/requests/lives';
import { caseLife } from '@shared/requests/lives';
import { Types } from 'mongoose';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { findFor, gridBook, type LoadedBook } from '../grids';
import { type Problem, problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import type { HistoryEntry, RequestDoc } from './model';

/** As what somebody stands to a request now. */
export function actorsOf(who: Who, doc: RequestDoc, book: LoadedBook, now: Date): CaseActor[] {
  const { membership, accountId } = who;
  if (!membership || !mayWith(who, 'act', 'Request', doc)) return [];
  const { role } = membership;
  if (role === 'resident') return ['person'];
  const { seat } = findFor(book, doc, now);
  const duty = book.dutySeat(now);
  const isDuty = duty !== 'withoutAccount' && duty.accountId === accountId;
  // Where the search ends with somebody who has a telephone but no account, the office writes down what they did.
  const isResponsible =
    seat === 'duty'
      ? isDuty || (duty === 'withoutAccount' && role === 'office')
      : seat.accountId === accountId;
  return [
    ...(isResponsible ? ['responsible' as const] : []),
    ...(isDuty ? ['duty' as const] : []),
    ...(role === 'worker' ? ['area' as const] : []),
    ...(role === 'leader' || role === 'health' || role === 'office' ? [role] : []),
  ];
}

const factsOf = (doc: RequestDoc, now: Date, result?: string): CaseFacts => ({
  closedAt: doc.closedAt ?? null,
  now,
  steps: doc.history.length,
  isInVain: result !== undefined && requestKindOf(doc.kind).inVain.includes(result),
});

export const actionsOf = (who: Who, doc: RequestDoc, book: LoadedBook, now: Date): CaseAction[] =>
  caseLife.allowed(doc.state, actorsOf(who, doc, book, now), factsOf(doc, now));

/** The row of the life table, or the reason why not. Problems: notAllowed, request.movedOn, what the row needs. */
export async function rowFor(
  ctx: Context,
  who: Who,
  doc: RequestDoc,
  action: CaseAction,
  { seenVersion, result }: { seenVersion: number; result?: string | undefined },
) {
  const now = ctx.clock.now();
  const actors = actorsOf(who, doc, await gridBook(ctx, doc.communityId), now);
  const mayEver = caseLife.rows.some(
    (row) => row.action === action && row.who.some((w) => actors.includes(w)),
  );
  const row = caseLife.row(doc.state, action);
  // Who answered for it a moment ago learns who does now, not that it is forbidden.
  if (doc.version !== seenVersion) throw await movedOn(ctx, doc);
  if (!mayEver) throw problem('notAllowed');
  if (!row) throw await movedOn(ctx, doc);
  const missing = row.needs?.(factsOf(doc, now, result));
  if (missing) throw problem(missing);
  return row;
}

/** What was faster and what it is now: somebody’s step, or a reading or the clock. Staff are named, of residents nothing is said. */
export async function movedOn(ctx: Context, doc: RequestDoc): Promise<Problem> {
  const last = doc.history.at(-1);
  const role = last?.by?.role ?? null;
  const isStaff = last?.by && role && role !== 'resident';
  const names = isStaff && last.by ? await openStaffNames(ctx, [last.by.accountId]) : null;
  return problem('request.movedOn', {
    state: doc.state,
    version: doc.version,
    action: last?.action ?? null,
    by: names?.get(String(last?.by?.accountId))?.name ?? null,
    role,
    at: last?.at.toISOString() ?? null,
  });
}

export const stepBy = ({ accountId, membership }: Who): NonNullable<HistoryEntry['by']> => ({
  accountId: new Types.ObjectId(accountId),
  ...(membership && { membershipId: new Types.ObjectId(membership.id) }),
  role: membership?.role ?? null,
});
