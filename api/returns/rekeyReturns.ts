import type { Rekeyer } from '../context';
import { rekey } from '../roster';
import { Returns } from './model';

/** Returns that have not ended follow their door to its new grid. */
export const rekeyReturns: Rekeyer = async (ctx, doors) => ({
  returns: await rekey(Returns(ctx), { dwellingId: { $in: doors.dwellingIds }, ended: false }, doors),
});
