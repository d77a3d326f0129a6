import { dueWorks } from '../../api/app';
import { type Due, type DueWork, sweepOnce } from '../../api/platform/sweep';
import type { TestCommunity } from './startCommunity';

/** What the sweep does every second, done now: a story of a long time does not wait for it. */
export async function sweepAll({ running }: TestCommunity): Promise<void> {
  for (const work of dueWorks) await sweepOnce(running.context, work as unknown as DueWork<Due>);
}
