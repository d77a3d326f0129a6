import type { readRecord as contract } from '@shared/observation/papersContract';
import { momentOf } from '@shared/time';
import { communityOf, openStaffNames } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Download, Input } from '../../platform/endpoint';
import { pdfOf } from '../../platform/pdf';
import { type RequestDoc, Requests } from '../../requests';
import { Slots } from '../../schedules';
import { getCurve } from '../../temperatures';
import type { ObservationDoc } from '../model';
import { openForPaper } from './openForPaper';
import { recordPaper } from './recordPaper';

/** Nobody has more fevers in one observation. */
const mostFevers = 20;

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
  const { communityId, residentId, firstDay, openedAt } = doc;
  const began = momentOf(firstDay, '00:00');
  const since = (began < openedAt ? began : openedAt).toISOString();
  const [community, curve, fevers, observers] = await Promise.all([
    communityOf(ctx, communityId),
    getCurve(ctx, who, { params: { id: String(residentId) }, query: { since } } as Parameters<
      typeof getCurve
    >[2]),
    feversOf(ctx, doc),
    observersOf(ctx, doc),
  ]);
  const now = ctx.clock.now();
  const paper = recordPaper({ doc, name, community, ...curve, fevers, observers, now });
  return { fileName: `体温记录-${doc.door}.pdf`, type: 'application/pdf', bytes: await pdfOf(paper) };
}

const feversOf = (
  ctx: Context,
  { communityId, residentId, openedAt }: ObservationDoc,
): Promise<RequestDoc[]> =>
  Requests(ctx)
    .find({ communityId, residentId, kind: 'fever', $or: [{ raisedAt: { $gte: openedAt } }, { open: true }] })
    .sort({ _id: 1 })
    .limit(mostFevers)
    .lean();

/** Who confirmed it, who visited, who checked: names of staff. */
async function observersOf(ctx: Context, doc: ObservationDoc): Promise<string[]> {
  const { communityId, _id, openedBy, check } = doc;
  const visitors = await Slots(ctx).distinct('visits.accountId', { communityId, observationId: _id });
  const ids = [openedBy.accountId, ...(check ? [check.accountId] : []), ...visitors];
  const names = await openStaffNames(ctx, ids as (typeof openedBy.accountId)[]);
  return [...new Set(ids.map((id) => names.get(String(id))?.name ?? '').filter(Boolean))];
}
