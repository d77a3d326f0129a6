import type { Rekeyer } from '../context';
import { rekey } from '../roster';
import { Leavings } from './leaving/model';
import { Returns } from './model';

/** Returns and leavings that have not ended follow their door to its new grid. */
export const rekeyReturns: Rekeyer = async (ctx, doors) => ({
  returns: await rekey(Returns(ctx), { dwellingId: { $in: doors.dwellingIds }, ended: false }, doors),
  leavings: await rekey(
    Leavings(ctx),
    { dwellingId: { $in: doors.dwellingIds }, state: { $in: ['asked', 'agreed'] } },
    doors,
  ),
});
