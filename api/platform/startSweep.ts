import type { Context } from '../context';
import { machineNow } from './clock';
import { clockIsOff, type Due, type DueWork, sweepOnce } from './sweep';

/**
 * Looks every second for due work of every kind, each kind by itself: one that has much to do, or waits for somebody else’s machine,
 * keeps no other waiting. Begins nothing, goes on with nothing, and says so, while this machine's clock is off the database's.
 */
export function startSweep(ctx: Context, works: DueWork<never>[], everyMs = 1000): { stop(): Promise<void> } {
  let stopped = false;
  let fit = true;
  let looking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const underWay = new Map<DueWork<never>, Promise<void>>();
  // From the start on: one that is never looked through is seen as well.
  for (const { name } of works) ctx.metrics.lookedAt.set(name, machineNow());
  const begin = (work: DueWork<never>) => {
    if (underWay.has(work)) return;
    const swept = sweepWork(ctx, work as unknown as DueWork<Due>, () => stopped || !fit);
    underWay.set(
      work,
      swept.finally(() => underWay.delete(work)),
    );
  };
  const look = async () => {
    fit = await isFit(ctx);
    if (fit) works.forEach(begin);
    if (!stopped) timer = setTimeout(() => (looking = look()), everyMs);
  };
  looking = look();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      clearTimeout(timer);
      await Promise.all(underWay.values());
    },
  };
}

/** The clock of this machine is right, and the product's has been read. */
async function isFit(ctx: Context): Promise<boolean> {
  try {
    if (await clockIsOff(ctx)) {
      ctx.log.error('sweep paused: the clock of this machine is off');
      ctx.metrics.sweeps.inc({ outcome: 'paused' });
      return false;
    }
    await ctx.clock.reload();
    return true;
  } catch (error) {
    ctx.log.warn({ name: (error as Error).name }, 'sweep failed; tries again');
    ctx.metrics.sweeps.inc({ outcome: 'failed' });
    return false;
  }
}

async function sweepWork(ctx: Context, work: DueWork<Due>, isStopping: () => boolean): Promise<void> {
  try {
    await sweepOnce(ctx, work, isStopping);
    if (!isStopping()) ctx.metrics.lookedAt.set(work.name, machineNow());
    ctx.metrics.sweeps.inc({ outcome: 'done' });
  } catch (error) {
    ctx.log.warn({ work: work.name, name: (error as Error).name }, 'sweep failed; tries again');
    ctx.metrics.sweeps.inc({ outcome: 'failed' });
  }
}
