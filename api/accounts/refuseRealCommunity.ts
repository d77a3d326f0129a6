import type { Context } from '../context';
import { Communities } from './model';

/** The demo touches only what it made itself: no index, no clock, no sign-in on the data of real people. */
export async function refuseRealCommunity(ctx: Pick<Context, 'connection'>): Promise<void> {
  if (await Communities(ctx).exists({ demo: { $ne: true } }))
    throw new Error('this database holds a real community; the demo does not touch it');
}
