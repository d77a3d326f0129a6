import type { readResidentRecord as contract } from '@shared/observation/papersContract';
import { dayMs, dayOf } from '@shared/time';
import { communityOf } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Download, Input } from '../../platform/endpoint';
import { pdfOf } from '../../platform/pdf';
import { problem } from '../../platform/problem';
import { dataKeyId } from '../../platform/sealing';
import { visible } from '../../platform/visible';
import { Cases } from '../../requests';
import { Households, Residents, residentPlace } from '../../roster';
import { nameOnPaper } from './openForPaper';
import { dayText } from './paperParts';
import { recordPaper } from './recordPaper';
import { curveSince, feversSince } from './whatWasMeasured';

const daysBack = 21;

/**
 * One person’s record of the last weeks for a hospital, of somebody who is not under observation too: a fever needs a paper as much.
 * Staff see the name in full who may open what a fever of theirs keeps. Problems: notFound, notAllowed, destroyed, tooManyRequests.
 */
export async function readResidentRecord(
  ctx: Context,
  who: Who,
  { params, query }: Input<typeof contract>,
): Promise<Download> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - daysBack * dayMs);
  const curve = await curveSince(ctx, who, params.id, since);
  const resident = await Residents(ctx)
    .findOne({ communityId: who.membership?.communityId, _id: params.id })
    .lean();
  if (!resident) throw problem('notFound');
  const { _id: residentId, communityId, householdId, surname } = resident;
  const of = { communityId, residentId };
  const name = await nameOnPaper(ctx, who, query.reason, {
    ...{ residentId, surname },
    about: { entity: 'resident', id: residentId },
    keyId: dataKeyId('roster', residentId),
    open: (key) => key.open(resident.name, residentPlace(residentId, 'name')),
    mayReveal: async () =>
      Boolean(
        await Cases(ctx).exists({ $and: [visible(who, 'Request', 'reveal'), { ...of, life: 'case' }] }),
      ),
  });
  const [community, household, fevers] = await Promise.all([
    communityOf(ctx, communityId),
    Households(ctx).findOne({ communityId, _id: householdId }, { door: 1 }).lean(),
    feversSince(ctx, of, since),
  ]);
  const door = household?.door ?? '';
  const firstDay = dayOf(curve.points[0]?.takenAt ?? now);
  const lastDay = dayOf(now);
  const paper = recordPaper({
    title: ['体温记录', 'Temperature record'],
    facts: [
      ['姓名', name],
      ['住址', door],
      ['记录', `${dayText(firstDay)} 至 ${dayText(lastDay)}`],
      ['社区', community.name],
    ],
    ...{ firstDay, lastDay, tests: [], community, ...curve, fevers, now },
  });
  return { fileName: `体温记录-${door}.pdf`, type: 'application/pdf', bytes: await pdfOf(paper) };
}
