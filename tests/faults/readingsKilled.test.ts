import { setTimeout as pause } from 'node:timers/promises';
import type { ReplyOf } from '@shared/contract';
import type { SlotView } from '@shared/schedules/contract';
import type { reportReading } from '@shared/temperatures/contract';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { type Caller, callerOf, openCaller } from '../kit/caller';
import { familyOf, leftArea } from '../kit/family';
import { isLongRun } from '../kit/longRun';
import { type ReadingBody, readingAt } from '../kit/readings';
import { endHard, type Home, openHome, type Started } from '../kit/startCommand';

const families = isLongRun ? 38 : 4;
const reports = isLongRun ? 5000 : 250;
const kills = isLongRun ? 8 : 2;
const phonesAtOnce = 6;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

jest.setTimeout(isLongRun ? 1_800_000 : 240_000);
let home: Home;
beforeAll(async () => {
  process.stdout.write(`readings killed: FC_SEED=${seed}\n`);
  home = await openHome();
});
afterAll(() => home.close());

/** The same kills again for the same seed. */
function randomOf(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

interface Report {
  who: Caller;
  slot: SlotView;
  body: ReadingBody;
  key: string;
  isFever: boolean;
}

/** Families under observation for a fortnight, and the readings their phones hold at its end; one in a hundred is a fever. */
async function outboxes({ url }: Started): Promise<Report[]> {
  const signIn = (role: 'resident' | 'worker', number: number) =>
    openCaller(url, (caller) => caller.gets('createDemoSession', { body: { role, number } }));
  const slots: [Caller, SlotView][] = [];
  for (let number = 1; number <= families; number += 1) {
    const resident = await signIn('resident', number);
    const worker = await signIn('worker', number);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const verified = await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    for (const { observation } of verified.returns) {
      const { items } = await resident.gets('listSlots', {
        query: { observationId: observation?.id ?? '', limit: 100 },
      });
      slots.push(...items.map((slot): [Caller, SlotView] => [resident, slot]));
    }
  }
  return Array.from({ length: reports }, (_, i): Report => {
    const [who, slot] = slots[i % slots.length] as [Caller, SlotView];
    const isFever = i % 100 === 7;
    const taken = new Date(Date.parse(slot.opensAt) + 60_000 * (1 + Math.floor(i / slots.length)));
    return { who, slot, isFever, key: uuidV7(), body: readingAt(taken, isFever ? 38.1 : 36.4) };
  });
}

describe('the API and mongod are killed with -9 while phones empty their outboxes', () => {
  it('every acknowledged reading is there once, every fever has its case, every rung was told once', async () => {
    // A start without a moment goes on from the clock it finds.
    let started = home.starts(undefined, { NUANLIN_NOW: '2026-11-22T10:00:00+08:00' });
    await started.served;
    const outbox = await outboxes(started);
    await callerOf(started.url).gets('moveDemoClock', { body: { to: '2026-12-05T23:30:00+08:00' } });
    const random = randomOf(seed);
    const killAt = Array.from({ length: kills }, () => Math.floor(random() * outbox.length * 0.9)).sort(
      (a, b) => a - b,
    );
    const cases = new Map<string, string>();
    let acknowledged = 0;
    let restarting: Promise<unknown> = Promise.resolve();

    const kill = async (n: number) => {
      if (n % 2 === 0) return endHard(home.mongodPid());
      endHard(started.pid);
      await started.ended;
      started = await home.serves();
    };

    /** As the outbox of a phone does it: the same key until it is acknowledged. */
    const sends = async ({ who, slot, body, key, isFever }: Report) => {
      for (;;) {
        const sent = { params: { id: slot.id }, body, key };
        const answer = await who.calls('reportReading', sent).catch(() => null);
        if (answer?.status === 201) {
          const { case: opened } = answer.body as ReplyOf<typeof reportReading>;
          if (isFever && opened) cases.set(key, opened.id);
          acknowledged += 1;
          if (killAt.includes(acknowledged)) restarting = kill(killAt.indexOf(acknowledged));
          return;
        }
        if (answer && ![429, 503].includes(answer.status)) throw new Error(`${answer.status} ${answer.code}`);
        await pause(answer?.status === 429 ? 1000 : 100);
      }
    };
    const waiting = [...outbox];
    const phone = async () => {
      for (let report = waiting.shift(); report; report = waiting.shift()) await sends(report);
    };
    await Promise.all(Array.from({ length: phonesAtOnce }, phone));
    await restarting;

    expect(acknowledged).toBe(reports);
    expect(cases.size).toBe(outbox.filter(({ isFever }) => isFever).length);
    const views = new Map<string, SlotView>();
    for (const who of new Set(outbox.map((report) => report.who))) {
      const { items } = await who.gets('listObservations', { query: { limit: 50 } });
      for (const { id } of items) {
        const page = await who.gets('listSlots', { query: { observationId: id, limit: 100 } });
        for (const slot of page.items) views.set(slot.id, slot);
      }
    }
    const expected = new Map<string, number>();
    for (const { slot } of outbox) expected.set(slot.id, (expected.get(slot.id) ?? 0) + 1);
    for (const [id, count] of expected) expect([id, views.get(id)?.readings.length]).toEqual([id, count]);
    for (const { who, key, body, isFever } of outbox) {
      if (!isFever) continue;
      const found = await who.gets('getRequest', { params: { id: cases.get(key) ?? '' } });
      expect(found.readings.filter(({ takenAt }) => takenAt === body.takenAt)).toHaveLength(1);
      const rungs = found.steps.flatMap(({ rung }) => rung ?? []);
      expect(new Set(rungs).size).toBe(rungs.length);
    }
  });
});
