import type { CaseView } from '@shared/requests/caseView';
import { Types } from 'mongoose';
import { sweepOnce } from '../../api/platform/sweep';
import { requestWork } from '../../api/requests';
import type { Caller } from '../kit/caller';
import { actingOnCase, caseOf, caseSeenBy, onlyCases, raises, saidOf } from '../kit/cases';
import { eventually } from '../kit/eventually';
import { homeOf } from '../kit/mandates';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = actingOnCase(community);
const at = (clock: string, day: string) => `${day}T${clock}:00+08:00`;
const iso = (clock: string, day: string) => new Date(at(clock, day)).toISOString();

describe('a visit to the hospital that repeats', () => {
  let worker: Caller;
  beforeAll(async () => {
    worker = await community.signIn('worker', 1);
  });
  beforeEach(() => community.timeIs(at('10:00', '2026-11-22')));

  const visitsOf = async (resident: Caller): Promise<CaseView[]> => {
    const query = { kind: 'medicalVisit' as const, limit: 100 };
    return onlyCases((await resident.gets('listRequests', { query })).items).reverse();
  };
  const whenOf = ({ details }: CaseView) => new Date(String(details?.when)).toISOString();
  const raiseRepeating = async (resident: Caller, repeat = 'every2Days') =>
    raises(resident, await caseOf(resident, 'medicalVisit', { details: { ...saidOf.medicalVisit, repeat } }));
  const untilThereAre = (resident: Caller, n: number) =>
    eventually(
      () => visitsOf(resident),
      (visits) => visits.length >= n,
    );

  it('makes the next one by itself a day ahead, once, whatever became of the one before', async () => {
    const resident = await community.signIn('resident', 1);
    const first = await raiseRepeating(resident);
    expect(first.repeat).toEqual({ everyDays: 2, nextAt: iso('08:00', '2026-11-25') });
    await act(worker, first.id, 'acknowledge');
    const noCar = await act(worker, first.id, 'handle', { step: 'car', result: 'none' });
    expect(noCar.code).toBe('request.nobodyReached');
    for (const [step, result] of [
      ['car', 'found'],
      ['loop', 'agreed'],
      ['trip', 'left'],
      ['trip', 'arrived'],
      ['trip', 'back'],
    ])
      expect((await act(worker, first.id, 'handle', { step, result })).status).toBe(200);
    expect((await act(worker, first.id, 'close', { outcome: 'backHome' })).status).toBe(200);
    await community.timeIs(at('08:01', '2026-11-24'));
    // Several processes at once.
    const { context } = community.running;
    await Promise.all([1, 2, 3].map(() => sweepOnce(context, requestWork)));
    const [was, next, ...more] = await untilThereAre(resident, 2);
    expect(more).toEqual([]);
    expect(was).toMatchObject({ state: 'closed', repeat: null });
    expect(next).toMatchObject({
      ...{ state: 'raised', repeat: { everyDays: 2, nextAt: iso('08:00', '2026-11-27') } },
      details: { hospital: '市一医院', why: 'dialysis' },
      steps: [{ action: 'raise', by: null }],
    });
    expect(next && whenOf(next)).toBe(iso('08:00', '2026-11-25'));
    const told = (await worker.gets('listNotices', { query: { limit: 100 } })).items;
    expect(told.filter(({ about }) => about.id === next?.id).map(({ code }) => code)).toEqual([
      'case.raised',
    ]);
  });

  it('after an outage goes on with what is still to come', async () => {
    const resident = await community.signIn('resident', 2);
    await raiseRepeating(resident, 'weekly');
    await community.timeIs(at('09:00', '2026-12-10'));
    const passed = await eventually(
      () => visitsOf(resident),
      ([first]) => first?.repeat?.nextAt === iso('08:00', '2026-12-14'),
    );
    expect(passed.map(whenOf)).toEqual([iso('08:00', '2026-11-23')]);
    await community.timeIs(at('08:01', '2026-12-13'));
    const visits = await untilThereAre(resident, 2);
    expect(visits.map(whenOf)).toEqual([iso('08:00', '2026-11-23'), iso('08:00', '2026-12-14')]);
    expect(visits.map(({ repeat }) => repeat?.nextAt ?? null)).toEqual([null, iso('08:00', '2026-12-21')]);
  });

  it('ends when the household, who answers for it or the office says so; what is planned goes on', async () => {
    const resident = await community.signIn('resident', 3);
    const third = await community.signIn('worker', 3);
    const neighbour = await community.signIn('worker', 4);
    const first = await raiseRepeating(resident);
    expect(first.actions).toEqual(['withdraw', 'endRepeat']);
    expect((await act(neighbour, first.id, 'endRepeat')).status).toBe(404);
    expect((await caseSeenBy(third, first.id)).actions).toContain('endRepeat');
    const ended = await act(resident, first.id, 'endRepeat');
    expect(ended.body).toMatchObject({ state: 'raised', repeat: null, actions: ['withdraw'] });
    expect((await act(resident, first.id, 'endRepeat')).code).toBe('request.movedOn');
    await community.timeIs(at('12:00', '2026-11-25'));
    await sweepOnce(community.running.context, requestWork);
    expect(await visitsOf(resident)).toHaveLength(1);
  });

  it('ends by itself with somebody who lives here no more', async () => {
    const resident = await community.signIn('resident', 4);
    const office = await community.signIn('office');
    const { me } = await homeOf(resident);
    const first = await raiseRepeating(resident);
    // As the roster keeps somebody who has moved away.
    await community.running.context.connection
      .collection('residents')
      .updateOne({ _id: new Types.ObjectId(me) }, { $set: { leftAt: new Date(at('09:00', '2026-11-23')) } });
    await community.timeIs(at('12:00', '2026-11-24'));
    const seen = await eventually(
      () => caseSeenBy(office, first.id),
      ({ repeat }) => repeat === null,
    );
    expect(seen.state).not.toBe('closed');
    const { items } = await office.gets('listRequests', { query: { kind: 'medicalVisit', residentId: me } });
    expect(items).toHaveLength(1);
  });
});
