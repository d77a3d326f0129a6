import { type Running, serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { callerOf } from '../kit/caller';
import { testUri } from '../kit/database';
import { familyOf } from '../kit/family';
import { layQuietWire, type QuietWire } from '../kit/quietWire';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

describe('the database goes away', () => {
  let wire: QuietWire;
  let running: Running;
  beforeAll(async () => {
    wire = await layQuietWire(testUri());
    const { NUANLIN_NOW: _set, ...environment } = community.environment;
    running = await serve(readConfig({ ...environment, MONGODB_URI: wire.uri }));
  });
  afterAll(() => running.stop());

  it('everybody is told to try again, from the first question on', async () => {
    const { session } = await community.signIn('resident', 1);
    const resident = callerOf(running.url, session);
    const body = await familyOf(resident);
    await wire.close();
    const { refreshToken } = session;
    const answers = [
      ...(await Promise.all([1, 2, 3, 4].map(() => resident.calls('getMe')))),
      await resident.calls('getMe'),
      await resident.calls('declareReturn', { body }),
      await resident.calls('refreshSession', { body: { refreshToken } }),
    ];
    for (const { status, code, headers } of answers)
      expect([status, code, headers.get('retry-after')]).toEqual([503, 'unavailable', '2']);
    const { status } = await fetch(`${running.url}/readyz`);
    expect([status, (await fetch(`${running.url}/healthz`)).status]).toEqual([503, 200]);
  });
});
