import {
  type ObservationAction,
  type ObservationActor,
  type ObservationFacts,
  observationLife,
} from '@shared/observation/life';
import { checkFrom } from '@shared/observation/release';
import { Types } from 'mongoose';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { type Problem, problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import type { ObservationDoc, ObservationStep } from './model';

/** As what somebody stands to an observation. */
export const actorsOf = (who: Who, doc: ObservationDoc): ObservationActor[] => [
  ...(mayWith(who, 'check', 'Observation', doc) ? ['checker' as const] : []),
  ...(mayWith(who, 'report', 'Observation', doc) ? ['reporter' as const] : []),
  ...(mayWith(who, 'release', 'Observation', doc) ? ['office' as const] : []),
];

export const factsOf = (doc: ObservationDoc, now: Date): ObservationFacts => ({
  checkFrom: checkFrom(doc.lastDay),
  now,
  steps: doc.history.length,
  isChecked: Boolean(doc.check),
  isApproved: Boolean(doc.approvedAt),
});

export const actionsOf = (who: Who, doc: ObservationDoc, now: Date): ObservationAction[] =>
  observationLife.allowed(doc.state, actorsOf(who, doc), factsOf(doc, now));

/** The row of the life table, or the reason why not. Problems: notAllowed, observation.movedOn, what the row needs. */
export async function rowFor(
  ctx: Context,
  actors: readonly ObservationActor[],
  doc: ObservationDoc,
  action: ObservationAction,
  seenVersion: number,
) {
  const isTheirs = observationLife.rows.some(
    (row) => row.action === action && row.who.some((one) => actors.includes(one)),
  );
  if (!isTheirs) throw problem('notAllowed');
  const row = observationLife.row(doc.state, action);
  if (!row || doc.version !== seenVersion) throw await movedOn(ctx, doc);
  const missing = row.needs?.(factsOf(doc, ctx.clock.now()));
  if (missing) throw problem(missing);
  return row;
}

/** Who was faster and what it is now. Staff are named. */
export async function movedOn(ctx: Context, doc: ObservationDoc): Promise<Problem> {
  const last = doc.history.filter(({ by }) => by).at(-1);
  const names = last?.by ? await openStaffNames(ctx, [last.by.accountId]) : null;
  return problem('observation.movedOn', {
    state: doc.state,
    version: doc.version,
    by: names?.get(String(last?.by?.accountId))?.name ?? null,
    role: last?.by?.role ?? null,
    at: last?.at.toISOString() ?? null,
  });
}

export const stepBy = ({ accountId, membership }: Who): NonNullable<ObservationStep['by']> => ({
  accountId: new Types.ObjectId(accountId),
  ...(membership && { membershipId: new Types.ObjectId(membership.id) }),
  role: membership?.role ?? null,
});
