import { Types } from 'mongoose';
import type { Caller } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { leaderOf } from '../kit/leaderOf';
import { type Observed, observedFamily } from '../kit/observed';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { observe } from '../kit/underObservation';

const community = startCommunity();
const at = (clock: string, day = '2026-11-23') => `${day}T${clock}:00+08:00`;

/** What somebody was told of temperatures and follow-ups, oldest first. */
const told = async (caller: Caller, about = /^(temperature|visit|secondReading)\./) =>
  (await caller.gets('listNotices', { query: { limit: 100 } })).items
    .filter(({ code }) => about.test(code))
    .map(({ code, params }) => `${code} ${params.day} ${params.window}`)
    .reverse();

interface Climbed {
  rungs?: { name: string; state: string }[];
}

/** Somebody is told, once the sweep has come by. */
const hears = (line: string, caller: Caller, about?: RegExp) =>
  eventually(
    () => told(caller, about),
    (lines) => lines.includes(line),
  );

describe('what is owed and not done', () => {
  let family: Observed;
  let leader: Caller;
  let office: Caller;

  beforeAll(async () => {
    await community.timeIs(at('15:00', '2026-11-22'));
    family = await observedFamily(community, 1);
    leader = await leaderOf(community, family.worker);
    office = await community.signIn('office');
    // The evening of the first day is done by all three, so that the story begins in the morning.
    await community.timeIs(at('16:30', '2026-11-22'));
    for (const i of [0, 1, 2]) {
      const slot = await family.slotOf(i, '2026-11-22', 'evening');
      await family.resident.gets('reportReading', {
        params: { id: slot.id },
        body: readingAt(at('16:20', '2026-11-22'), 36.5),
      });
    }
  });

  it('climbs from the person to the contact, the worker, the leader and the office; each is told of a window once', async () => {
    const { resident, worker } = family;
    const morning = '2026-11-23 morning';
    const collection = community.running.context.connection.collection('slots');
    await community.timeIs(at('08:31'));
    await eventually(
      () => collection.countDocuments({ day: '2026-11-23', window: 'morning', step: 1 }),
      (reminded) => reminded === 3,
    );
    const steps: [string, Caller, string][] = [
      ['09:30', resident, `temperature.due ${morning}`],
      ['10:00', resident, `temperature.contact ${morning}`],
      ['10:30', worker, `temperature.call ${morning}`],
      ['11:30', leader, `temperature.leader ${morning}`],
      ['12:00', office, `temperature.missed ${morning}`],
    ];
    for (const [clock, who, line] of steps) {
      await community.timeIs(at(clock));
      await hears(line, who);
    }
    expect(await told(resident)).toEqual([`temperature.due ${morning}`, `temperature.contact ${morning}`]);
    expect(await told(leader, /^temperature/)).toEqual([`temperature.leader ${morning}`]);
    const missed = await family.slotOf(0, '2026-11-23', 'morning');
    expect(missed.state).toBe('missed');
    const kept = () =>
      collection
        .find<Climbed>({ day: '2026-11-23', window: 'morning', kind: 'temperature' })
        .map(({ rungs = [] }) => rungs.map(({ name, state }) => `${name} ${state}`))
        .toArray();
    // A message is written before the slot it tells of.
    const all = await eventually(kept, (slots) => slots.every((rungs) => rungs.length === 6));
    expect(all).toEqual(
      all.map(() => [
        // Nobody allowed a message by WeChat.
        'remind nobody',
        'due told',
        'contact told',
        'call told',
        'leader told',
        'missed told',
      ]),
    );
    expect(all).toHaveLength(3);
    // Whoever calls sees who was told of this one, how and with what result; at home nobody reads it.
    const detail = { params: { id: missed.id } };
    const { told: lines } = await worker.gets('getSlot', detail);
    expect(lines.map(({ occasion, channel, state }) => `${occasion} ${channel} ${state}`)).toEqual([
      'rung:due inbox sent',
      'rung:contact inbox sent',
      'rung:call inbox sent',
      'rung:leader inbox sent',
      'rung:missed inbox sent',
    ]);
    expect(lines.map(({ to }) => to !== '')).toEqual([false, false, true, true, true]);
    expect((await resident.gets('getSlot', detail)).told).toEqual([]);
    const stranger = await community.signIn('worker', 2);
    expect((await stranger.calls('getSlot', detail)).status).toBe(404);
  });

  it('is silent for whoever has reported', async () => {
    const { resident } = family;
    await community.timeIs(at('16:10'));
    for (const i of [0, 1, 2]) {
      const slot = await family.slotOf(i, '2026-11-23', 'evening');
      await resident.gets('reportReading', { params: { id: slot.id }, body: readingAt(at('16:05'), 36.5) });
    }
    await community.timeIs(at('06:30', '2026-11-24'));
    const seen = await told(resident);
    expect(seen.filter((line) => line.includes('2026-11-23 evening'))).toEqual([]);
  });

  it('comes late after an outage, not never; what has lost its sense is written down and not told', async () => {
    const { resident, worker } = family;
    // The server was down from the morning until after the window.
    await community.timeIs(at('12:30', '2026-11-24'));
    await hears('temperature.call 2026-11-24 morning', worker);
    expect((await told(resident)).filter((line) => line.endsWith('2026-11-24 morning'))).toEqual([]);
    const slots = community.running.context.connection.collection('slots');
    const slot = await slots.findOne({ day: '2026-11-24', window: 'morning', kind: 'temperature' });
    expect(slot?.rungs.filter(({ state }: { state: string }) => state === 'skipped')).toHaveLength(3);
  });

  it('stands in the list of the worker, whose numbers are those of the list', async () => {
    const { worker } = family;
    const { counts, items, date, window } = await worker.gets('listUnreported');
    expect({ date, window, counts }).toEqual({
      date: '2026-11-24',
      window: 'morning',
      counts: { owed: 3, done: 0, late: 0, open: 0, overdue: 0, missed: 3, excused: 0 },
    });
    expect(items).toHaveLength(counts.open + counts.missed);
    expect(items[0]).toMatchObject({ isToCall: true, state: 'missed', actions: ['report', 'excuse'] });
    expect(items[0]?.name).toMatch(/^.\*\*$/);
    // Only one of the family has a telephone, and nobody is named as their contact: all are reached by it.
    expect(new Set(items.map(({ phone }) => phone))).toEqual(new Set([expect.stringMatching(/^199\*{4}/)]));
    await worker.gets('excuseSlot', {
      params: { id: items[0]?.slotId ?? '' },
      body: { seenVersion: items[0]?.version ?? 0, reason: 'unreachable' },
    });
    const after = await worker.gets('listUnreported');
    expect(after.counts).toMatchObject({ owed: 2, excused: 1, missed: 2 });
    expect(after.items).toHaveLength(2);
    const neighbour = await community.signIn('worker', 2);
    expect(await neighbour.gets('listUnreported')).toMatchObject({ items: [], counts: { owed: 0 } });
    const all = await office.gets('listUnreported');
    expect(all.counts).toMatchObject({ owed: 2 });
  });

  it('has a follow-up a day as a kind of its own, owed by the worker', async () => {
    const { worker, people, resident } = family;
    await community.timeIs(at('17:00', '2026-11-25'));
    const { items } = await worker.gets('listSlots', {
      query: { observationId: people[0]?.observationId ?? '', kind: 'visit', date: '2026-11-25' },
    });
    expect(items).toMatchObject([
      { kind: 'visit', window: 'day', state: 'open', actions: ['visit', 'excuse'] },
    ]);
    const visit = (result: 'noAnswer' | 'well') =>
      worker.gets('logVisit', {
        params: { id: items[0]?.id ?? '' },
        body: {
          means: 'phone',
          result,
          needs: result === 'well' ? ['groceries'] : [],
          at: at('16:59', '2026-11-25'),
          enteredAt: at('16:59', '2026-11-25'),
        },
      });
    expect(await visit('noAnswer')).toMatchObject({ state: 'open', visits: [{ result: 'noAnswer' }] });
    expect(await visit('well')).toMatchObject({ state: 'done', visits: [{}, { needs: ['groceries'] }] });
    const notTheirs = await resident.calls('logVisit', {
      params: { id: items[0]?.id ?? '' },
      body: {
        means: 'phone',
        result: 'well',
        at: at('16:59', '2026-11-25'),
        enteredAt: at('16:59', '2026-11-25'),
      },
    });
    expect(notTheirs.status).toBe(403);
    await community.timeIs(at('18:00', '2026-11-25'));
    await hears('visit.due 2026-11-25 day', worker, /^visit/);
    await community.timeIs(at('21:05', '2026-11-25'));
    await hears('visit.office 2026-11-25 day', office, /^visit/);
  });

  it('is worth a friendly call where six readings are the same', async () => {
    const { worker, resident, people } = family;
    await community.timeIs(at('21:00', '2026-11-28'));
    const { items: slots } = await resident.gets('listSlots', {
      query: { observationId: people[1]?.observationId ?? '', limit: 100 },
    });
    const begun = slots.filter(({ opensAt }) => Date.parse(opensAt) > Date.parse(at('00:00', '2026-11-26')));
    const steady = begun.slice(0, 6);
    const found = async () =>
      (await worker.gets('listFriendlyCalls')).items.filter(({ celsius }) => celsius === 36.4);
    for (const { id, opensAt } of steady) {
      expect(await found()).toHaveLength(0);
      const taken = new Date(Date.parse(opensAt) + 60_000).toISOString();
      await resident.gets('reportReading', { params: { id }, body: readingAt(taken, 36.4) });
    }
    expect(await found()).toMatchObject([{ residentId: people[1]?.residentId, since: expect.any(String) }]);
    // What stands is what counts: one of them was mistyped.
    const [slot] = steady.slice(-1);
    const { readings } = await family.slotOf(1, slot?.day ?? '', slot?.window as 'morning' | 'evening');
    const [{ id: correctionOf, takenAt } = { id: '', takenAt: '' }] = readings;
    await resident.gets('reportReading', {
      params: { id: slot?.id ?? '' },
      body: readingAt(takenAt, 36.8, { correctionOf, reason: 'mistyped', confirmed: ['old'] }),
    });
    expect(await found()).toEqual([]);
  });

  it('is worth one too where a temperature is owed once a day, in the grid that is looked at', async () => {
    await community.timeIs(at('10:00', '2026-11-22'));
    const observed = await observe(community, 3);
    const { worker, resident } = observed;
    await (await community.signIn('office')).gets('replanObservation', {
      params: { id: observed.id },
      body: {
        seenVersion: (await observed.now()).version,
        change: { policy: { id: 'low-risk-7', version: 1 } },
        reason: '按新方案',
      },
    });
    const days = (await observed.slots()).filter(({ excused }) => !excused);
    for (const { id, opensAt } of days.slice(-6)) {
      const taken = new Date(Date.parse(opensAt) + 60_000);
      await community.timeIs(taken.toISOString());
      await resident.gets('reportReading', { params: { id }, body: readingAt(taken, 36.5) });
    }
    const { items } = await worker.gets('listFriendlyCalls');
    expect(items).toMatchObject([{ residentId: observed.residentId, celsius: 36.5 }]);
    const grids = (await worker.gets('listGrids', { query: { limit: 100 } })).items;
    const office = await community.signIn('office');
    const foundIn = async (name: string) =>
      (
        await office.gets('listFriendlyCalls', {
          query: { gridId: grids.find((grid) => grid.name === name)?.id },
        })
      ).items.map(({ residentId }) => residentId);
    expect(await foundIn('3号楼')).toEqual([observed.residentId]);
    expect(await foundIn('4号楼')).toEqual([]);
  });
});

describe('a call about what is owed', () => {
  it('goes to whoever of the household has a telephone, named or not, and whose it is reads who opened it', async () => {
    await community.timeIs(at('15:00', '2026-11-22'));
    const { resident, worker, people } = await observedFamily(community, 5);
    const { household } = await resident.gets('getMe');
    const me = household?.people.find(({ isMe }) => isMe)?.residentId ?? '';
    const other = people.find(({ residentId }) => residentId !== me);
    const { items } = await worker.gets('listSlots', {
      query: { observationId: other?.observationId ?? '', limit: 1 },
    });
    const asked = {
      params: { id: items[0]?.id ?? '' },
      body: { field: 'phone', reason: 'call' },
    } as const;
    const shown = async () => (await worker.gets('revealSlotPhone', asked)).value;
    const collection = community.running.context.connection.collection('residents');
    await collection.updateMany(
      { householdId: new Types.ObjectId(household?.id), _id: { $ne: new Types.ObjectId(me) } },
      { $unset: { phone: 1 } },
    );
    const { value: own } = await worker.gets('revealField', { params: { id: me }, body: asked.body });
    expect([own, await shown()]).toEqual([own, own]);
    expect(own).toMatch(/^1\d{10}$/);
    // Who was named has none: the others of the household are tried all the same.
    const params = { id: household?.id ?? '' };
    const { version } = await resident.gets('getHousehold', { params });
    await resident.gets('setContact', {
      params,
      body: { residentId: other?.residentId ?? '', seenVersion: version },
    });
    expect(await shown()).toBe(own);
    const { items: log } = await resident.gets('getAccessLog', { params: { id: me } });
    expect(log.map(({ field, reason }) => `${field} ${reason}`)).toEqual(Array(3).fill('phone call'));
  });
});
