import type { ReplyOf } from '@shared/contract';
import { findPolicy } from '@shared/observation/policies';
import { changedDates, type Dates, datesUnder, datesUntil } from '@shared/observation/replan';
import type { replanObservation as contract } from '@shared/observation/replanContract';
import { addDays, dayOf } from '@shared/time';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { invalid, refuseFaults } from '../platform/problem';
import { actOnObservation, findObservation, sealReason } from './actOnObservation';
import { actorsOf, rowFor } from './actors';
import type { ObservationDoc } from './model';
import { presentObservation } from './present';
import { type Planned, planObservation, writePlan } from './replan';

type Body = Input<typeof contract>['body'];

/** So long an observation may last at most. */
const longestDays = 60;

/**
 * Another policy, an extension, an early end: with `preview` only what would change, else the act (domain, section 3.6). A check that was
 * done for another last day is void, and so is what the superior said of another plan. Problems: notFound, notAllowed, observation.movedOn, input.invalid, key.reused.
 */
export async function replanObservation(
  ctx: Context,
  who: Who,
  { params, body, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const before = await findObservation(ctx, who, params.id);
  if (body.preview) {
    await rowFor(ctx, actorsOf(who, before), before, 'replan', body.seenVersion);
    const planned = await planObservation(ctx, before, datesOf(before, body, ctx.clock.now()));
    return { observation: await presentObservation(ctx, who, before), ...shown(before, planned) };
  }
  let planned: Planned | null = null;
  let from = before;
  const doc = await actOnObservation(
    ctx,
    who,
    { id: params.id, action: 'replan', seenVersion: body.seenVersion, once },
    async (seen, session) => {
      from = seen;
      planned = await planObservation(ctx, seen, datesOf(seen, body, ctx.clock.now()), session);
      const isMoved = planned.dates.lastDay !== seen.lastDay;
      return {
        set: { ...planned.set, ...('policy' in body.change && { policy: body.change.policy }) },
        unset: { approvedAt: 1 as const, ...(isMoved && { check: 1 as const }) },
        reason: { text: await sealReason(ctx, seen, body.reason, session) },
      };
    },
    async (taken, session) => planned && writePlan(ctx, taken, planned, session),
  );
  const observation = await presentObservation(ctx, who, doc);
  return { observation, ...(planned ? shown(from, planned) : nothing) };
}

/** A repeat has done it already. */
const nothing = { dates: [], slots: { kept: 0, opened: 0, reopened: 0, excused: 0 } };

const shown = (before: ObservationDoc, { dates, plan }: Planned) => ({
  dates: changedDates(before, dates),
  slots: {
    kept: plan.keep.length,
    opened: plan.open.length,
    reopened: plan.reopen.length,
    excused: plan.excuse.length,
  },
});

function datesOf(doc: ObservationDoc, { change }: Body, now: Date): Dates {
  if ('policy' in change) {
    const policy = findPolicy(change.policy.id, change.policy.version);
    if (!policy) throw invalid([{ path: 'change.policy.id', code: 'choice' }]);
    return datesUnder(policy, doc);
  }
  const { lastDay } = change;
  const earliest = doc.firstDay > dayOf(now) ? doc.firstDay : dayOf(now);
  refuseFaults([
    ...(lastDay < earliest ? [{ path: 'change.lastDay', code: 'day.early' as const }] : []),
    ...(lastDay >= addDays(doc.firstDay, longestDays)
      ? [{ path: 'change.lastDay', code: 'day.late' as const }]
      : []),
  ]);
  return datesUntil(lastDay, doc);
}
