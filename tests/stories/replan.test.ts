import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { observe, takenToHospital, type UnderObservation } from '../kit/underObservation';

const community = startCommunity();

async function observedFrom(number: number): Promise<UnderObservation> {
  await community.timeIs('2026-11-22T10:00:00+08:00');
  return observe(community, number);
}
type Change = { lastDay: string } | { policy: { id: string; version: number } };
const replanning = (office: Caller, { id }: UnderObservation, seenVersion: number) => ({
  preview: (change: Change) =>
    office.gets('replanObservation', {
      params: { id },
      body: { seenVersion, change, reason: '按新方案', preview: true },
    }),
  act: (change: Change, key = uuidV7()) =>
    office.calls('replanObservation', {
      params: { id },
      body: { seenVersion, change, reason: '按新方案' },
      key,
    }),
});
/** How many temperatures are in each state, by reason where they are excused. */
async function tally(observed: UnderObservation): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state, excused } of await observed.slots()) {
    const name = excused ? excused.reason : state;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('planning anew', () => {
  it('is shown first, with every date that changes, and then written: the past stays as it was', async () => {
    const observed = await observedFrom(1);
    const office = await community.signIn('office');
    await community.timeIs('2026-11-25T13:00:00+08:00');
    const slot = (await observed.slots()).find(({ day }) => day === '2026-11-25');
    await observed.worker.gets('reportReading', {
      params: { id: slot?.id ?? '' },
      body: readingAt('2026-11-25T09:00:00+08:00', 36.4, { filledBy: 'workerPhone' }),
    });
    const before = await observed.slots();
    const { version } = await observed.now();
    const { preview, act } = replanning(office, observed, version);
    const contact = { policy: { id: 'secondary-contact-7', version: 1 } };
    const shown = await preview(contact);
    expect(shown.slots).toMatchObject({ opened: 0, reopened: 0, excused: 21 });
    expect(shown.dates).toContainEqual({ code: 'lastDay', n: 1, from: '2026-12-05', to: '2026-11-28' });
    expect(shown.dates).toContainEqual({ code: 'test', n: 3, from: null, to: '2026-11-28' });
    expect(await observed.slots()).toEqual(before);

    const key = uuidV7();
    const [done, again] = [await act(contact, key), await act(contact, key)];
    expect(done.body).toMatchObject({
      dates: shown.dates,
      slots: shown.slots,
      observation: { lastDay: '2026-11-28', slotCount: 14, policy: { id: 'secondary-contact-7' } },
    });
    expect([again.status, again.body.observation.version]).toEqual([200, version + 1]);
    const other = await act({ lastDay: '2026-12-01' });
    expect(other.code).toBe('observation.movedOn');
    expect(await tally(observed)).toEqual({ missed: 6, done: 1, open: 7, replanned: 14 });
    const past = (await observed.slots()).filter(({ closesAt }) => closesAt <= '2026-11-25T05:00:00.000Z');
    expect(past).toEqual(before.filter(({ closesAt }) => closesAt <= '2026-11-25T05:00:00.000Z'));
    expect((await observed.now()).release?.blocking.map(({ code }) => code)).toEqual([
      'release.periodNotOver',
      'release.testMissing',
      'release.testMissing',
      'release.testMissing',
      'release.notChecked',
    ]);
    const { items } = await observed.resident.gets('listNotices');
    expect(items[0]).toMatchObject({ code: 'observation.replanned', params: { lastDay: '2026-11-28' } });
  });

  it('a shorter one made long again owes the same slots again, and the longer days new ones', async () => {
    const observed = await observedFrom(2);
    const office = await community.signIn('office');
    const change = async (lastDay: string) =>
      (await replanning(office, observed, (await observed.now()).version).act({ lastDay })).body;
    expect((await change('2026-11-30')).slots).toMatchObject({ excused: 15, opened: 0, reopened: 0 });
    expect((await change('2026-12-07')).slots).toMatchObject({ excused: 0, opened: 6, reopened: 15 });
    expect(await tally(observed)).toEqual({ open: 32 });
    const [past, far] = [await change('2026-11-21'), await change('2027-11-22')] as unknown as {
      errors: object[];
    }[];
    expect([past?.errors, far?.errors]).toMatchObject([[{ code: 'day.early' }], [{ code: 'day.late' }]]);
  });

  it('other windows of the community count for what is planned from then on', async () => {
    const [before, office] = [await observedFrom(4), await community.signIn('office')];
    const windows = [
      { name: 'morning', opens: '07:00', due: '10:00', closes: '12:30' },
      { name: 'evening', opens: '15:00', due: '18:30', closes: '21:00' },
    ] as const;
    const set = (some: readonly object[]) =>
      office.calls('setWindows', { params: { kind: 'temperature' }, body: { windows: some as never } });
    const wrong = await set([
      { ...windows[0], due: '06:00' },
      { ...windows[1], opens: '12:00' },
    ]);
    expect(wrong.problem.errors).toMatchObject([
      { path: 'windows.0.due', code: 'window.order' },
      { path: 'windows.1.opens', code: 'window.overlap' },
    ]);
    expect((await set([...windows])).body).toEqual({ kind: 'temperature', windows, isOwn: true });
    const after = await observe(community, 5);
    const { version } = await before.now();
    await replanning(office, before, version).act({ lastDay: '2026-12-06' });
    const closesOn = async (of: UnderObservation, on: string) =>
      (await of.slots()).filter(({ day }) => day === on).map(({ closesAt }) => closesAt.slice(11, 16));
    expect(await closesOn(before, '2026-11-30')).toEqual(['04:00', '14:00']);
    expect(await closesOn(before, '2026-12-06')).toEqual(['04:30', '13:00']);
    expect(await closesOn(after, '2026-11-30')).toEqual(['04:30', '13:00']);
    expect((await office.gets('listSchedules')).items.map(({ kind, isOwn }) => [kind, isOwn])).toEqual([
      ['temperature', true],
      ['visit', false],
      ['trash', false],
    ]);
  });

  it('back from hospital the days away stay excused, and the rest is owed again', async () => {
    const observed = await observedFrom(3);
    await community.timeIs('2026-11-24T18:00:00+08:00');
    await takenToHospital(community, observed);
    const away = await observed.now();
    expect(away).toMatchObject({ state: 'referred', actions: ['test', 'return'] });
    expect(away.release?.blocking).toContainEqual({ code: 'release.away', params: {} });
    expect(await tally(observed)).toMatchObject({ hospital: 22 });
    await community.timeIs('2026-11-28T13:00:00+08:00');
    const { version } = await observed.now();
    const back = await observed.worker.gets('returnObservation', {
      params: { id: observed.id },
      body: { seenVersion: version },
    });
    expect(back).toMatchObject({ state: 'open', lastDay: '2026-12-05' });
    // Away from the morning of the 25th until noon of the 28th: seven windows.
    expect(await tally(observed)).toMatchObject({ hospital: 7, open: 15 });
  });
});
