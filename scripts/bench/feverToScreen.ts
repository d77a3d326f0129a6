/** From a reported fever to the row on the worker’s open page, polling off: the report over HTTP, the page in a real browser. */
import type { SessionView } from '@shared/accounts/contract';
import { Memberships } from '../../api/accounts';
import { Grids } from '../../api/grids';
import type { Running } from '../../api/main';
import { openBrowser, openPhone, signIn } from '../../tests/kit/browser';
import { openCaller } from '../../tests/kit/caller';
import { readingAt } from '../../tests/kit/readings';
import { withDemo } from './openBench';
import { momentOfRow, reportTimes } from './tapToRow';

const times = 20;

export const benchFeverToScreen = (): Promise<void> =>
  withDemo(async (running) => reportTimes('fever to screen', await measure(running)));

async function measure({ url, context }: Running): Promise<number[]> {
  const browser = await openBrowser();
  try {
    await giveWholeCommunity(context);
    const worker = await openPhone(browser, url);
    await signIn(worker, '网格员');
    await worker.getByText('现在没有等您办的').waitFor();
    const taken: number[] = [];
    for (let number = 1; number <= times; number += 1) {
      const resident = await openCaller(url, async (caller) => {
        const answer = await caller.calls('createDemoSession', { body: { role: 'resident', number } });
        return answer.body as SessionView;
      });
      const { household } = await resident.gets('getMe');
      const seen = momentOfRow(worker, number);
      const from = Date.now();
      await resident.gets('reportExtraReading', {
        params: { id: household?.people[0]?.residentId ?? '' },
        body: readingAt(context.clock.now(), 38.1),
      });
      taken.push((await seen) - from);
    }
    return taken;
  } finally {
    await browser.close();
  }
}

/** Worker 1 answers for every building, so that each of the fevers is theirs. */
async function giveWholeCommunity(context: Running['context']): Promise<void> {
  const top = await Grids(context).findOne({ parentId: null }).sort({ _id: 1 }).lean();
  if (!top) throw new Error('the demo has a top grid');
  await Memberships(context).updateOne({ role: 'worker', demoNumber: 1 }, { $set: { gridIds: [top._id] } });
}
