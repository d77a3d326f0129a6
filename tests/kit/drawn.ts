import { isDrawn } from '../../api/requests/drawn';
import type { Caller } from './caller';
import { acting } from './errands';
import { homeOf } from './mandates';
import { photoOf } from './photos';
import type { TestCommunity } from './startCommunity';

const trash = { kind: 'trash' as const, details: { bags: 1, infectious: false } };
/** So many households share the orders: one household orders only so often a day. */
const households = 8;

/**
 * Takes orders on the telephone until one of them is drawn, or, if told so, until one is not, and brings that one; proved by who opened, or
 * by a photo. Answers it with its worker.
 */
export async function deliveredByName(
  community: TestCommunity,
  office: Caller,
  { drawn = true, byPhoto = false } = {},
): Promise<{ id: string; worker: Caller; number: number }> {
  for (let i = 0; i < 300; i += 1) {
    const number = 1 + (i % households);
    const home = await homeOf(await community.signIn('resident', number));
    const about = { householdId: home.id };
    const { id } = await office.gets('placeRequest', { body: { ...trash, about, channel: 'proxy' } });
    if (isDrawn(id) !== drawn) continue;
    const worker = await community.signIn('worker', number);
    const act = acting(community);
    await act(worker, id, 'accept');
    await act(worker, id, 'leave');
    const proof = byPhoto ? { photoFileId: await photoBy(worker) } : { answeredBy: '王阿姨' };
    const done = await act(worker, id, 'deliver', { ...proof, disinfectedTwice: true });
    if (done.body.state !== 'delivered') throw new Error(`not delivered: ${done.status}`);
    return { id, worker, number };
  }
  throw new Error('of three hundred none was drawn');
}

/** A photo that proves a delivery: who proves it by a name alone is asked about by chance. */
export async function photoBy(worker: Caller): Promise<string> {
  const { id } = await worker.gets('uploadFile', { query: { use: 'evidence' }, file: await photoOf() });
  return id;
}
