import type { Caller } from '../kit/caller';
import { acting, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { type LiveWindow, openReadyWindow } from '../kit/liveWindow';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const opened: LiveWindow[] = [];
const listen = async (caller: Caller): Promise<LiveWindow> => {
  const window = await openReadyWindow(community.running.url, caller.session.accessToken);
  opened.push(window);
  return window;
};
afterEach(() => {
  for (const { socket } of opened.splice(0)) socket.terminate();
});

/** Until it was heard that an errand has come so far. */
const hears = ({ frames }: LiveWindow, id: string, version: number): Promise<unknown> =>
  eventually(
    () => frames.map((frame) => JSON.parse(frame) as { id?: string; version?: number }),
    (events) => events.some((event) => event.id === id && event.version === version),
  );

describe('what waits in the pool of an estate', () => {
  it('comes and goes on the screens of everybody who may accept it, and is heard by nobody else', async () => {
    const resident = await community.signIn('resident', 1);
    const worker = await community.signIn('worker', 1);
    const colleague = await community.signIn('worker', 2);
    const volunteer = await community.signIn('volunteer');
    const elsewhere = await community.signIn('worker', 39);
    const otherCommunity = await community.signIn('worker', 40);
    const concerned = [await listen(colleague), await listen(volunteer)];
    const others = [await listen(elsewhere), await listen(otherCommunity)];
    const pool = async (caller: Caller) =>
      (await caller.gets('listRequests', { query: { pool: 'true', limit: 100 } })).items.map((one) => one.id);
    const { id, version } = await resident.gets('placeRequest', { body: await orderOf(resident) });
    for (const window of concerned) await hears(window, id, version);
    expect(await pool(colleague)).toContain(id);
    expect(await pool(volunteer)).toContain(id);
    expect(await pool(elsewhere)).not.toContain(id);

    const accepted = await act(worker, id, 'accept');
    expect(accepted.status).toBe(200);
    for (const window of concerned) await hears(window, id, accepted.body.version);
    expect(await pool(colleague)).not.toContain(id);
    expect(await pool(volunteer)).not.toContain(id);

    const declined = await act(worker, id, 'decline', { reason: '来不及' });
    expect(declined.status).toBe(200);
    for (const window of concerned) await hears(window, id, declined.body.version);
    expect(await pool(volunteer)).toContain(id);
    // One stream tells all windows in one order: what comes to the others now would have come after it.
    const own = await (await community.signIn('resident', 39)).gets('placeRequest', {
      body: await orderOf(await community.signIn('resident', 39)),
    });
    await others[0]?.hears(own.id);
    for (const window of others) expect(window.heard()).not.toContain(id);
    expect(concerned.flatMap((window) => window.heard())).not.toContain(own.id);
  });
});
