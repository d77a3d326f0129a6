import type { Rekeyer } from '../context';
import { Households, rekey } from '../roster';
import { Slots } from '../schedules';
import { gridsAbove, hiddenFromWorkers, shownToWorkers } from './hearing';
import { Requests } from './model';
import { Payments } from './paymentModel';
import { poolAnew } from './poolAnew';
import { Reconciliations } from './reconciliationModel';

/** Open requests, and what they asked for, follow their door to its new grid; closed ones stay with whom they were. */
export const rekeyRequests: Rekeyer = async (ctx, doors) => {
  const { communityId, dwellingIds } = doors;
  const householdIds = await Households(ctx).distinct('_id', {
    communityId,
    dwellingId: { $in: dwellingIds },
  });
  const open = {
    $and: [{ $or: [{ householdId: { $in: householdIds } }, { dwellingId: { $in: dwellingIds } }] }],
    open: true,
  };
  const ofHouseholds = { householdId: { $in: householdIds }, open: true };
  const ids = await Requests(ctx).distinct('_id', { communityId, ...open } as never);
  const shown = await rekey(Requests(ctx), { ...open, ...shownToWorkers }, doors);
  const hidden = await rekey(
    Requests(ctx),
    { ...open, ...hiddenFromWorkers },
    doors,
    gridsAbove(doors.place),
  );
  await poolAnew(ctx, { communityId, ...ofHouseholds }, doors.place.gridId);
  const asked = { requestId: { $in: ids }, settledAt: null, excused: null };
  return {
    requests: shown + hidden,
    payments: await rekey(Payments(ctx), ofHouseholds, doors),
    reconciliations: await rekey(Reconciliations(ctx), ofHouseholds, doors),
    secondReadings: ids.length ? await rekey(Slots(ctx), asked, doors) : 0,
  };
};
