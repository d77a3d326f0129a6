import type { ReplyOf } from '@shared/contract';
import type { SlotView } from '@shared/schedules/contract';
import type { reportReading } from '@shared/temperatures/contract';
import { addMinutes } from '@shared/time';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { type Caller, callerOf, openCaller } from '../kit/caller';
import { caseSeenBy } from '../kit/cases';
import { eventually } from '../kit/eventually';
import { familyOf, leftArea } from '../kit/family';
import { inDatabase } from '../kit/inDatabase';
import { killing } from '../kit/killing';
import { isLongRun } from '../kit/longRun';
import { type ReadingBody, readingAt } from '../kit/readings';
import { rungsOfCases, rungsOfSlots } from '../kit/rungsTold';
import { type Home, openHome, type Started } from '../kit/startCommand';

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

const eveningOfLastDay = new Date('2026-12-05T23:30:00+08:00');
const morningAfter = '2026-12-06T07:05:00+08:00';
/** A rung of a fever comes every ten minutes: some are due whenever everything dies. */
const minutesAKill = 11;

describe('the API and mongod are killed with -9 while phones empty their outboxes', () => {
  it('every acknowledged reading is there once, every fever has its case, every rung was told once', async () => {
    // A start without a moment goes on from the clock it finds.
    const started = home.starts(undefined, { NUANLIN_NOW: '2026-11-22T10:00:00+08:00' });
    await started.served;
    const outbox = await outboxes(started);
    const timeIs = (to: string) => callerOf(started.url).gets('moveDemoClock', { body: { to } });
    await timeIs(eveningOfLastDay.toISOString());
    const cases = new Map<string, string>();
    const phones = killing(home, started, {
      ...{ kills, seed },
      of: reports,
      before: (n) => timeIs(addMinutes(eveningOfLastDay, n * minutesAKill).toISOString()),
    });
    let acknowledged = 0;
    const sends = async ({ who, slot, body, key, isFever }: Report) => {
      const sent = { params: { id: slot.id }, body, key };
      const answer = await phones.insists(() => who.calls('reportReading', sent));
      expect([answer.status, answer.code]).toEqual([201, null]);
      const { case: opened } = answer.body as ReplyOf<typeof reportReading>;
      if (isFever && opened) cases.set(key, opened.id);
      acknowledged += 1;
      phones.acknowledged();
    };
    const waiting = [...outbox];
    const phone = async () => {
      for (let report = waiting.shift(); report; report = waiting.shift()) await sends(report);
    };
    await Promise.all(Array.from({ length: phonesAtOnce }, phone));
    await phones.over();

    expect(acknowledged).toBe(reports);
    expect(phones.killed).toEqual(Array.from({ length: kills }, (_, i) => (i % 2 ? 'api' : 'mongod')));
    expect(phones.failed()).toBeGreaterThan(0);
    expect(cases.size).toBe(outbox.filter(({ isFever }) => isFever).length);
    const views = new Map<string, SlotView>();
    for (const who of new Set(outbox.map((report) => report.who))) {
      const { items } = await who.gets('listObservations', { query: { limit: 50 } });
      for (const { id } of items) {
        const page = await who.gets('listSlots', { query: { observationId: id, limit: 100 } });
        for (const slot of page.items) views.set(slot.id, slot);
      }
    }
    const expected = new Map<string, string[]>();
    for (const { slot, body } of outbox)
      expected.set(slot.id, [...(expected.get(slot.id) ?? []), body.takenAt]);
    for (const [id, taken] of expected)
      expect([
        id,
        views
          .get(id)
          ?.readings.map(({ takenAt }) => takenAt)
          .sort(),
      ]).toEqual([id, taken.sort()]);
    for (const { who, key, body, isFever } of outbox) {
      if (!isFever) continue;
      const found = await caseSeenBy(who, cases.get(key) ?? '');
      expect(found.readings.filter(({ takenAt }) => takenAt === body.takenAt)).toHaveLength(1);
    }

    await eventually(() => timeIs(morningAfter).catch(() => null), Boolean, 60_000);
    await inDatabase(home, async (db) => {
      await eventually(
        async () => [
          await db.collection('requests').countDocuments({ nextStepAt: { $exists: true } }),
          await db.collection('slots').countDocuments({ nextStepAt: { $exists: true } }),
        ],
        (due) => String(due) === '0,0',
        120_000,
      );
      expect(await rungsOfCases(db)).toEqual({
        cases: new Set(cases.values()).size,
        unlike: [],
        untold: [],
      });
      const slots = await rungsOfSlots(db);
      expect(slots).toEqual({ unsettled: expect.any(Number), unlike: [], untold: [] });
      // Follow-ups nobody made, second readings nobody took, and what was reported too late to settle anything.
      expect(slots.unsettled).toBeGreaterThan(families * 14);
    });
  });
});
