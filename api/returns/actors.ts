import { subject } from '@casl/ability';
import type { Act } from '@shared/abilities';
import { type ReturnAction, type ReturnActor, type ReturnFacts, returnLife } from '@shared/returns/life';
import { Types } from 'mongoose';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { Problem, problem } from '../platform/problem';
import { abilitiesOf } from '../platform/visible';
import type { ReturnDoc, ReturnStep } from './model';

const toId = (id: string) => new Types.ObjectId(id);

type Placed = Pick<ReturnDoc, 'communityId' | 'householdId' | 'partyId' | 'residentId' | 'gridPath'>;

/** What the rules look at, as strings. */
const placeOf = (doc: Placed) => ({
  communityId: String(doc.communityId),
  householdId: String(doc.householdId),
  partyId: String(doc.partyId),
  residentId: String(doc.residentId),
  gridPath: doc.gridPath.map(String),
});

export const may = (who: Who, act: Act, doc: Placed): boolean =>
  abilitiesOf(who).can(act, subject('Return', placeOf(doc) as Record<string, unknown>));

/** As what somebody stands to a return: its declarer’s side, its verifier’s, both or none. */
export function actorsOf(who: Who, doc: Placed): ReturnActor[] {
  return [
    ...(may(who, 'withdraw', doc) ? ['declarer' as const] : []),
    ...(may(who, 'verify', doc) ? ['verifier' as const] : []),
  ];
}

/** What the life table asks of a return. */
export const factsOf = (doc: ReturnDoc): ReturnFacts => ({
  isComplete: Boolean(doc.surname && doc.documentKind && doc.leftAt && doc.arrivedAt && doc.transport.kind),
  isPlaced: Boolean(doc.dwellingId),
});

export const actionsOf = (who: Who, doc: ReturnDoc): ReturnAction[] =>
  returnLife.allowed(doc.state, actorsOf(who, doc), factsOf(doc));

/**
 * The row of the life table for these actors and this action, or the reason why not. What the row needs is looked at when
 * the step is taken: corrections may come with it. Problems: notAllowed, return.movedOn.
 */
export async function rowFor(
  ctx: Context,
  actors: readonly ReturnActor[],
  doc: ReturnDoc,
  action: ReturnAction,
  seenVersion: number,
) {
  if (!returnLife.rows.some((row) => row.action === action && row.who.some((w) => actors.includes(w))))
    throw problem('notAllowed');
  const row = returnLife.row(doc.state, action);
  if (!row || doc.version !== seenVersion) throw await movedOn(ctx, doc);
  return row;
}

/** Says who was faster and what it is now. Staff are named; of residents nothing is said. */
export async function movedOn(ctx: Context, doc: ReturnDoc): Promise<Problem> {
  const last = doc.history[doc.history.length - 1];
  const isStaff = last?.by.role && last.by.role !== 'resident';
  const names = last && isStaff ? await openStaffNames(ctx, [last.by.accountId]) : null;
  return problem('return.movedOn', {
    state: doc.state,
    version: doc.version,
    by: names?.get(String(last?.by.accountId))?.name ?? null,
    role: last?.by.role ?? null,
    at: last?.at.toISOString() ?? null,
  });
}

/** The same answer whoever has this document, and wherever. */
export const declaredElsewhere = (path: string): Problem =>
  new Problem('return.declaredElsewhere', {}, [{ path, code: 'document.twice' }]);

/** Who declared, out of who took the first step. */
export const declaredBy = ({ accountId, membershipId }: ReturnStep['by']): ReturnDoc['declaredBy'] => ({
  accountId,
  ...(membershipId && { membershipId }),
});

export const stepBy = (who: Who): ReturnStep['by'] => ({
  accountId: toId(who.accountId),
  ...(who.membership && { membershipId: toId(who.membership.id) }),
  role: who.membership?.role ?? null,
});
