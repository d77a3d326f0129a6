import type { readRecord as contract } from '@shared/observation/papersContract';
import { policyOf } from '@shared/observation/policies';
import { momentOf } from '@shared/time';
import { communityOf, openStaffNames } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Download, Input } from '../../platform/endpoint';
import { pdfOf } from '../../platform/pdf';
import { Slots } from '../../schedules';
import type { ObservationDoc } from '../model';
import { openForPaper } from './openForPaper';
import { dayText } from './paperParts';
import { recordPaper } from './recordPaper';
import { curveSince, feversSince } from './whatWasMeasured';

/**
 * One person’s record for a hospital: who, door, period, temperatures as a curve and a table, symptoms, fevers with their steps, who
 * observed. Problems: notFound, notAllowed, destroyed, tooManyRequests.
 */
export async function readRecord(
  ctx: Context,
  who: Who,
  { params, query }: Input<typeof contract>,
): Promise<Download> {
  const { doc, name } = await openForPaper(ctx, who, params.id, query.reason);
  const { communityId, firstDay, lastDay, openedAt, door, policy, tests } = doc;
  const began = momentOf(firstDay, '00:00');
  const [community, curve, fevers, observers] = await Promise.all([
    communityOf(ctx, communityId),
    curveSince(ctx, who, doc.residentId, began < openedAt ? began : openedAt),
    feversSince(ctx, doc, openedAt),
    observersOf(ctx, doc),
  ]);
  const paper = recordPaper({
    title: ['居家观察体温记录', 'Temperature record of home observation'],
    facts: [
      ['姓名', name],
      ['住址', door],
      ['观察期', `${dayText(firstDay)} 至 ${dayText(lastDay)}`],
      ['方案', policyOf(policy.id, policy.version).edition.zh],
      ['观察人', observers.join('、') || '—'],
      ['社区', community.name],
    ],
    ...{ firstDay, lastDay, tests, community, ...curve, fevers, now: ctx.clock.now() },
  });
  return { fileName: `体温记录-${door}.pdf`, type: 'application/pdf', bytes: await pdfOf(paper) };
}

/** Who confirmed it, who visited, who checked: names of staff. */
async function observersOf(ctx: Context, doc: ObservationDoc): Promise<string[]> {
  const { communityId, _id, openedBy, check } = doc;
  const visitors = await Slots(ctx).distinct('visits.accountId', { communityId, observationId: _id });
  const ids = [openedBy.accountId, ...(check ? [check.accountId] : []), ...visitors];
  const names = await openStaffNames(ctx, ids as (typeof openedBy.accountId)[]);
  return [...new Set(ids.map((id) => names.get(String(id))?.name ?? '').filter(Boolean))];
}
