import { setTimeout as pause } from 'node:timers/promises';
import type { ReplyOf } from '@shared/contract';
import type { declareReturn } from '@shared/returns/contract';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { type Caller, openCaller } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { familyOf } from '../kit/family';
import { endHard, type Home, openHome } from '../kit/startCommand';

jest.setTimeout(180_000);
let home: Home;
beforeAll(async () => {
  home = await openHome();
});
afterAll(() => home.close());

const families = 24;
const phonesAtOnce = 4;

describe('mongod is killed with -9 while families declare', () => {
  it('phones are told to come again and do; it comes back by itself, and nothing acknowledged is lost', async () => {
    const { url, out } = await home.serves();
    const signIn = (number: number) =>
      openCaller(url, (caller) => caller.gets('createDemoSession', { body: { role: 'resident', number } }));
    const residents = await Promise.all(Array.from({ length: families }, (_, i) => signIn(i + 1)));
    const bodies = await Promise.all(residents.map((resident) => familyOf(resident)));
    const acknowledged: string[] = [];
    const refusals: string[] = [];

    /** As the outbox of a phone does it: the same key until it is acknowledged. */
    async function declares(i: number): Promise<void> {
      const sent = { key: uuidV7(), body: bodies[i] };
      for (;;) {
        const answer = await (residents[i] as Caller).calls('declareReturn', sent);
        if (answer.status === 201) {
          acknowledged[i] = (answer.body as ReplyOf<typeof declareReturn>).partyId;
          return;
        }
        refusals.push(`${answer.status} ${answer.code} ${answer.headers.get('retry-after')}`);
        await pause(100);
      }
    }
    const waiting = residents.map((_, i) => i);
    const phone = async () => {
      for (let i = waiting.shift(); i !== undefined; i = waiting.shift()) await declares(i);
    };
    const all = Promise.all(Array.from({ length: phonesAtOnce }, phone));
    await eventually(
      () => Object.keys(acknowledged).length,
      (count) => count >= families / 3,
      60_000,
    );
    endHard(home.mongodPid());
    await all;

    expect(refusals.length).toBeGreaterThan(0);
    // What it took for a defect, by class and place.
    expect(
      out()
        .split('\n')
        .filter((line) => line.includes('"problem":"internal"')),
    ).toEqual([]);
    expect([...new Set(refusals)]).toEqual(['503 unavailable 2']);
    for (const [i, resident] of residents.entries()) {
      const { items } = await resident.gets('listReturns');
      expect(items.map(({ partyId }) => partyId)).toEqual(
        (bodies[i]?.people ?? []).map(() => acknowledged[i]),
      );
    }
  });
});
