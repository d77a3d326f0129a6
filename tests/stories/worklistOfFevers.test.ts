import type { SlotView } from '@shared/schedules/contract';
import type { WorklistItem } from '@shared/worklist/contract';
import type { Caller } from '../kit/caller';
import { familyOf, leftArea } from '../kit/family';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const at = (clock: string) => `2026-11-22T${clock}:00+08:00`;

/** The family of a numbered household under observation from now on; what it owes on a day, in order of time. */
async function observed(
  number: number,
  date = '2026-11-22',
): Promise<{ resident: Caller; worker: Caller; slots: SlotView[] }> {
  const resident = await community.signIn('resident', number);
  const worker = await community.signIn('worker', number);
  const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
  await worker.gets('verifyReturn', {
    params: { id: returns[0]?.id ?? '' },
    body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
  });
  const { household } = await resident.gets('getMe');
  const { items } = await resident.gets('listSlots', {
    query: { householdId: household?.id ?? '', date, limit: 50 },
  });
  return { resident, worker, slots: items };
}

const ofKind = (items: WorklistItem[], kind: WorklistItem['kind']) =>
  items.filter((one) => one.kind === kind);

describe('fevers and what was forgotten', () => {
  it('temperatures whose call has come are one line a window, gone when everybody has reported', async () => {
    const { resident, worker, slots } = await observed(1);
    const morning = slots.filter(({ window }) => window === 'morning');
    const before = await worker.gets('getWorklist');
    expect([ofKind(before.items, 'slots'), before.counts.unreported]).toEqual([[], 0]);
    await community.timeIs(at('10:31'));
    const { items, counts } = await worker.gets('getWorklist');
    expect(ofKind(items, 'slots')).toEqual([
      expect.objectContaining({
        title: {
          code: 'slots.unreported',
          params: { day: '2026-11-22', window: 'morning', people: morning.length, doors: 1 },
        },
        dueAt: morning[0]?.dueAt,
        mine: true,
      }),
    ]);
    expect(counts.unreported).toBe(morning.length);
    // The line counts what its list shows.
    const list = await worker.gets('listUnreported');
    expect(list.items.filter(({ isToCall }) => isToCall)).toHaveLength(counts.unreported);

    const neighbour = await (await community.signIn('worker', 9)).gets('getWorklist');
    expect(neighbour.counts).toMatchObject({ unreported: 0, visits: 0 });
    for (const slot of morning)
      await resident.gets('reportReading', { params: { id: slot.id }, body: readingAt(at('10:31'), 36.4) });
    const after = await worker.gets('getWorklist');
    expect([ofKind(after.items, 'slots'), after.counts.unreported]).toEqual([[], 0]);
    await community.timeIs(at('20:31'));
    const evening = ofKind((await worker.gets('getWorklist')).items, 'slots');
    expect(evening.map(({ title }) => title.params.window)).toEqual(['evening']);
    // Missed at 22:00, it still stands there in the morning, beside nothing of the day before.
    await community.timeIs('2026-11-23T07:00:00+08:00');
    const missed = ofKind((await worker.gets('getWorklist')).items, 'slots');
    expect(missed.map(({ title }) => title.params.day)).toEqual(['2026-11-22']);
    await community.timeIs('2026-11-23T10:05:00+08:00');
    expect(ofKind((await worker.gets('getWorklist')).items, 'slots')).toEqual([]);
  });

  it('the follow-ups of the day are one line, shorter by each that reached somebody', async () => {
    const worker = await community.signIn('worker', 1);
    const { items, counts } = await worker.gets('getWorklist');
    const [line] = ofKind(items, 'visit');
    expect(line).toMatchObject({
      title: { code: 'visit.owed', params: { people: counts.visits, doors: 1 } },
    });
    const { memberships } = worker.session.account;
    const { items: owed } = await worker.gets('listSlots', {
      query: { gridId: memberships[0]?.grids[0]?.id ?? '', kind: 'visit', state: 'open', date: '2026-11-23' },
    });
    expect(owed).toHaveLength(counts.visits);
    const now = '2026-11-23T10:05:00+08:00';
    const log = (slot: SlotView | undefined, result: 'well' | 'noAnswer') =>
      worker.gets('logVisit', {
        params: { id: slot?.id ?? '' },
        body: { means: 'phone', result, at: now, enteredAt: now },
      });
    await log(owed[0], 'noAnswer');
    expect((await worker.gets('getWorklist')).counts.visits).toBe(owed.length);
    await log(owed[0], 'well');
    expect((await worker.gets('getWorklist')).counts.visits).toBe(owed.length - 1);
  });

  it('an open fever stands first in front of worker, nurse, leader and office; each may do what is theirs', async () => {
    const { resident, worker, slots } = await observed(2, '2026-11-23');
    const nurse = await community.signIn('health');
    await resident.gets('reportReading', {
      params: { id: slots.find(({ window }) => window === 'morning')?.id ?? '' },
      body: readingAt('2026-11-23T10:05:00+08:00', 38.1, { symptoms: ['soreThroat'] }),
    });
    const office = await community.signIn('office');
    const seen = [];
    for (const caller of [worker, nurse, office]) {
      const { items, counts } = await caller.gets('getWorklist');
      expect(items[0]).toMatchObject({
        kind: 'request',
        urgency: 'fever',
        dueAt: expect.stringMatching(/^2026-11-23T02:15:0/),
        title: {
          code: 'fever.raised',
          params: {
            celsius: 38.1,
            band: 'high',
            symptoms: 'soreThroat',
            minutes: 0,
            second: 'open',
            filledBy: 'family',
          },
        },
      });
      expect(items[0]?.title.params.age).toEqual(expect.any(Number));
      expect(counts.cases).toBe(1);
      seen.push(items[0] as WorklistItem);
    }
    const [, ofNurse, ofOffice] = seen;
    expect([ofNurse?.mine, ofNurse?.actions.includes('acknowledge')]).toEqual([true, true]);
    expect(ofOffice?.actions).toEqual(expect.arrayContaining(['take', 'reassign']));
    // The nurse has fevers and nothing else.
    const { items } = await nurse.gets('getWorklist');
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['request']));
    const act = (action: 'acknowledge' | 'handle' | 'close', seenVersion: number, input = {}) =>
      nurse.gets('actOnRequest', {
        params: { id: ofNurse?.id ?? '', action },
        body: { seenVersion, input },
      });
    const acknowledged = await act('acknowledge', ofNurse?.version ?? 0);
    expect((await worker.gets('getWorklist')).items[0]?.title.code).toBe('fever.acknowledged');
    const handled = await act('handle', acknowledged.version, { step: 'call', result: 'reached' });
    await act('close', handled.version, { outcome: 'otherIllness' });
    for (const caller of [worker, nurse, office])
      expect((await caller.gets('getWorklist')).counts.cases).toBe(0);
  });
});
