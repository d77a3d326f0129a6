import { accountOf } from '../kit/accountOf';
import type { Caller } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { familyOf, leftArea } from '../kit/family';
import { openReadyWindow } from '../kit/liveWindow';
import { type Observed, observedFamily } from '../kit/observed';
import { isTooMuch, profile } from '../kit/profile';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const at = (clock: string, day = '2026-11-22') => `${day}T${clock}:00+08:00`;

/** A fever of one of the family, reported by the worker; closed with an outcome where one is given. */
async function fever(family: Observed, person: number, moment: string, outcome?: string): Promise<string> {
  const health = await community.signIn('health');
  const reported = await family.worker.gets('reportExtraReading', {
    params: { id: family.people[person]?.residentId ?? '' },
    body: readingAt(moment, 38.4, { filledBy: 'workerPhone' }),
  });
  const id = reported.case?.id ?? '';
  const steps = [
    ['take', {}],
    ['acknowledge', {}],
    ['handle', {}],
    ['close', { outcome }],
  ] as const;
  for (const [action, input] of outcome ? steps : []) {
    const { version } = await health.gets('getRequest', { params: { id } });
    await health.gets('actOnRequest', {
      params: { id, action },
      body: { seenVersion: version, input } as never,
    });
  }
  return id;
}

describe('an adult who closed own health data', () => {
  it('is seen by the contact as under observation and reporting: no second reading, no hospital, no reason', async () => {
    await community.timeIs(at('10:00'));
    const family = await observedFamily(community, 1);
    const [, spouse] = family.people;
    const residentId = spouse?.residentId ?? '';
    const own = await accountOf(community, residentId, 'o-closed');
    await own.gets('closeHealth', { params: { id: residentId }, body: { closed: true } });
    const contact = await community.signIn('resident', 1);
    const window = await openReadyWindow(community.running.url, contact.session.accessToken);
    const caseId = await fever(family, 1, at('09:58'), 'hospital');

    const slots = async (caller: Caller, kind: 'temperature' | 'visit' | 'secondReading') =>
      (await caller.gets('listSlots', { query: { residentId, kind, limit: 100 } })).items;
    expect(await slots(contact, 'secondReading')).toEqual([]);
    expect(await slots(own, 'secondReading')).toHaveLength(1);
    expect((await slots(contact, 'temperature')).length).toBeGreaterThan(20);
    // What the contact keeps for a day without a network says already that it is not the contact’s to fill.
    const mayReport = async (caller: Caller) =>
      new Set((await slots(caller, 'temperature')).map((slot) => slot.mayReport));
    expect([await mayReport(contact), await mayReport(own)]).toEqual([new Set([false]), new Set([true])]);
    const reasons = async (caller: Caller) =>
      new Set((await slots(caller, 'temperature')).map(({ excused }) => excused?.reason));
    expect(await reasons(contact)).toEqual(new Set(['other']));
    expect(await reasons(own)).toEqual(new Set(['hospital']));

    const states = async (caller: Caller, state?: 'open' | 'referred') =>
      (await caller.gets('listObservations', { query: { residentId, ...(state && { state }) } })).items.map(
        (one) => one.state,
      );
    expect([await states(contact), await states(contact, 'open'), await states(contact, 'referred')]).toEqual(
      [['open'], ['open'], []],
    );
    expect([await states(own), await states(own, 'referred'), await states(own, 'open')]).toEqual([
      ['referred'],
      ['referred'],
      [],
    ]);
    const file = await contact.gets('getResident', { params: { id: residentId } });
    expect(file.observations.map(({ state }) => state)).toEqual(['open']);
    expect((await contact.gets('listRequests')).items).toEqual([]);
    // Back from the hospital: the person hears of it, the contact does not.
    const { version } = await family.worker.gets('getObservation', {
      params: { id: spouse?.observationId ?? '' },
    });
    await family.worker.gets('returnObservation', {
      params: { id: spouse?.observationId ?? '' },
      body: { seenVersion: version },
    });
    const codes = async (caller: Caller) =>
      (await caller.gets('listNotices', { query: { limit: 100 } })).items.map(({ code }) => code);
    expect(await codes(own)).toContain('observation.returned');
    expect((await codes(contact)).filter((code) => /fever|secondReading|returned/.test(code))).toEqual([]);
    const theirs = [
      caseId,
      spouse?.observationId,
      ...[...(await slots(own, 'temperature')), ...(await slots(own, 'secondReading'))].map(({ id }) => id),
    ];
    // Changes come in their order: whoever hears of a later one has heard all there was to hear.
    const { items } = await contact.gets('listSlots', {
      query: { residentId: family.people[0]?.residentId ?? '', date: '2026-11-22' },
    });
    const mine = items[0]?.id ?? '';
    await contact.gets('reportReading', { params: { id: mine }, body: readingAt(at('09:59'), 36.5) });
    await window.hears(mine);
    expect(window.heard().filter((id) => theirs.includes(id))).toEqual([]);
    window.socket.close();
  });

  it('hears what is for the people at home, not what is for staff; the contact hears of temperatures as ever', async () => {
    await community.timeIs(at('19:50'));
    const family = await observedFamily(community, 8);
    await family.worker.gets('reportReading', {
      params: { id: (await family.slotOf(0, '2026-11-22', 'evening')).id },
      body: readingAt(at('19:49'), 36.5, { filledBy: 'workerPhone' }),
    });
    const residentId = family.people[1]?.residentId ?? '';
    const own = await accountOf(community, residentId, 'o-closed-evening');
    await own.gets('closeHealth', { params: { id: residentId }, body: { closed: true } });
    await fever(family, 1, at('19:49'));
    // The leader’s turn, a second reading, and an evening that the spouse has not reported.
    await community.timeIs(at('20:12'));
    const told = (caller: Caller) => async () =>
      (await caller.gets('listNotices', { query: { limit: 100 } })).items.map(({ code }) => code);
    const atHome = await eventually(told(own), (codes) => codes.includes('secondReading.again'));
    expect(atHome.filter((code) => code.startsWith('fever.'))).toEqual([]);
    const contacts = await eventually(told(await community.signIn('resident', 8)), (codes) =>
      codes.includes('temperature.contact'),
    );
    expect(contacts.filter((code) => /fever|secondReading/.test(code))).toEqual([]);
  });
});

describe('the health station', () => {
  it('sees people with an open case or observation, a week longer, and then nothing of them', async () => {
    await community.timeIs(at('10:00'));
    const family = await observedFamily(community, 5);
    const health = await community.signIn('health');
    const office = await community.signIn('office');
    const [person] = family.people;
    const residentId = person?.residentId ?? '';
    const caseId = await fever(family, 0, at('09:58'), 'recovered');
    const stranger = await community.signIn('resident', 12);
    const strangers = (await stranger.gets('getMe')).household?.people[0]?.residentId ?? '';
    const sees = async () => ({
      observation: (await health.calls('getObservation', { params: { id: person?.observationId ?? '' } }))
        .status,
      case: (await health.calls('getRequest', { params: { id: caseId } })).status,
      slots: (await health.gets('listSlots', { query: { residentId, limit: 100 } })).items.length,
      curve: (await health.calls('getCurve', { params: { id: residentId } })).status,
    });
    expect(await sees()).toEqual({ observation: 200, case: 200, slots: 28, curve: 200 });
    expect((await health.calls('getCurve', { params: { id: strangers } })).status).toBe(404);
    expect(
      (
        await health.calls('reportExtraReading', {
          params: { id: strangers },
          body: readingAt(at('09:58'), 36.5, { filledBy: 'health' }),
        })
      ).status,
    ).toBe(404);

    // Eight days on the case is over for them, the observation goes on and with it the person's days.
    await community.timeIs(at('10:00', '2026-11-30'));
    expect(await sees()).toEqual({ observation: 200, case: 404, slots: 28, curve: 200 });
    const params = { id: person?.observationId ?? '' };
    const { version } = await office.gets('getObservation', { params });
    await office.gets('releaseObservation', {
      params,
      body: { seenVersion: version, reason: { code: 'superior', text: '方案调整' } },
    });
    expect(await sees()).toMatchObject({ observation: 200, slots: 28, curve: 200 });
    await community.timeIs(at('10:05', '2026-12-07'));
    expect(await sees()).toEqual({ observation: 404, case: 404, slots: 0, curve: 404 });
    const looks = await profile(community.running.context.connection, async () => {
      await health.gets('listObservations');
      await health.gets('listObservations', { query: { state: 'open' } });
      await health.gets('listRequests');
      await health.gets('listRequests', { query: { open: 'true' } });
      await health.gets('getWorklist');
    });
    expect(looks.filter(isTooMuch)).toEqual([]);
  });

  it('sees the person of an observation that asks for no temperatures as well', async () => {
    await community.timeIs(at('10:00'));
    const [resident, worker] = [await community.signIn('resident', 9), await community.signIn('worker', 9)];
    const family = await familyOf(resident);
    // Back home since the 5th: the last window closed before it was opened.
    const wasBack = { leftAt: at('09:00', '2026-11-05'), arrivedAt: at('15:00', '2026-11-05') };
    const { returns } = await resident.gets('declareReturn', {
      body: { ...family, people: family.people.slice(0, 1), ...wasBack },
    });
    const verified = await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: { ...leftArea, at: wasBack.leftAt } },
    });
    const [doc] = verified.returns;
    expect(doc?.observation?.slotCount).toBe(0);
    const health = await community.signIn('health');
    const id = doc?.residentId ?? '';
    expect((await health.calls('getCurve', { params: { id } })).status).toBe(200);
    const body = readingAt(at('09:58'), 36.5, { filledBy: 'health' });
    expect((await health.calls('reportExtraReading', { params: { id }, body })).status).toBe(201);
  });

  it('is told the state of somebody in hospital, and brings them back', async () => {
    await community.timeIs(at('10:00'));
    const family = await observedFamily(community, 7);
    await fever(family, 0, at('09:58'), 'hospital');
    const health = await community.signIn('health');
    const params = { id: family.people[0]?.observationId ?? '' };
    const seen = await health.gets('getObservation', { params });
    expect([seen.state, seen.actions]).toEqual(['referred', ['test', 'return']]);
    const back = await health.gets('returnObservation', { params, body: { seenVersion: seen.version } });
    expect(back.state).toBe('open');
  });
});
