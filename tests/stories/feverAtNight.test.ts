import { Types } from 'mongoose';
import type { Caller } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const collection = (name: string) => community.running.context.connection.collection(name);
const byDay = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', until: '18:00' }];
const duty = { south: '19929649807', east: '02900000222' };
const station = '02900000120';

/** A fever of somebody of the demo resident’s household; its id, and where they live. */
async function feverOf(resident: Caller, moment: string) {
  const { household } = await resident.gets('getMe');
  const reply = await resident.gets('reportExtraReading', {
    params: { id: household?.people[0]?.residentId ?? '' },
    body: readingAt(moment, 38.2),
  });
  return { id: reply.case?.id ?? '', door: household?.door ?? '', dwellingId: household?.dwellingId ?? '' };
}
const answering = (resident: Caller, dwellingId: string) =>
  resident.gets('getResponsible', { params: { id: dwellingId } });

/** The accounts that a notice of a case was written for. */
async function toldOf(id: string, code: string): Promise<string[]> {
  const ofAccounts = { 'about.id': id, code, side: 'staff', accountId: { $ne: null } };
  const docs = await collection('messages').find(ofAccounts).toArray();
  return docs.map(({ accountId }) => String(accountId));
}
/** The telephones that a door’s notice went to. */
async function rungAt(of: string, code: string): Promise<string[]> {
  const { items } = await community.anybody.gets('listDemoMessages', { query: { limit: 100 } });
  return items.filter(({ params }) => params.door === of && params.code === code).map(({ phone }) => phone);
}
const worksByDay = async (office: Caller, accountId: string) => {
  const { items } = await office.gets('listDuty', { query: { limit: 100 } });
  const membershipId = items.find((person) => person.accountId === accountId)?.membershipId ?? '';
  await office.gets('setDutyHours', { params: { membershipId }, body: { hours: byDay } });
};
/** Ends what somebody is here, as of a moment that has come. */
const leaves = async (office: Caller, accountId: string, moment: string) => {
  await community.timeIs(moment);
  const of = { accountId: new Types.ObjectId(accountId), role: { $ne: 'resident' } };
  await collection('memberships').updateMany(of, { $set: { until: new Date(moment) } });
  await eventually(
    async () => (await office.gets('listDuty', { query: { limit: 100 } })).items,
    (items) => items.every((person) => person.accountId !== accountId),
  );
};

describe('a fever at night', () => {
  it('rings whoever is called beside the worker who sleeps', async () => {
    await community.timeIs('2026-11-22T20:00:00+08:00');
    const worker = await community.signIn('worker', 3);
    await worksByDay(await community.signIn('office'), worker.accountId);
    await community.timeIs('2026-11-23T03:00:00+08:00');
    const resident = await community.signIn('resident', 3);
    const { id, door, dwellingId } = await feverOf(resident, '2026-11-23T03:00:00+08:00');
    const { account, called } = await answering(resident, dwellingId);
    expect(account).toBe(worker.accountId);
    expect(called.account).not.toBe(account);
    expect(await toldOf(id, 'fever.raised')).toEqual(
      expect.arrayContaining([worker.accountId, called.account]),
    );
    expect(await rungAt(door, 'fever.raised')).toContain(called.phone);
    // The station is open at night here: its telephone is left alone.
    expect(await rungAt(door, 'fever.raised')).not.toContain(station);
  });

  it('rings a nurse off duty and the station where nobody is on duty, and the station where its only nurse is away or gone', async () => {
    const nurse = await community.signIn('health');
    const office = await community.signIn('office');
    await worksByDay(office, nurse.accountId);
    await community.timeIs('2026-11-24T03:00:00+08:00');
    const [worker, resident] = [await community.signIn('worker', 4), await community.signIn('resident', 4)];
    const asleep = await feverOf(resident, '2026-11-24T03:00:00+08:00');
    expect(await toldOf(asleep.id, 'fever.raised')).toEqual(
      expect.arrayContaining([worker.accountId, nurse.accountId]),
    );
    expect(await rungAt(asleep.door, 'fever.raised')).toContain(station);

    await community.timeIs('2026-11-24T10:00:00+08:00');
    const ill = await office.gets('setAbsence', {
      body: {
        accountId: nurse.accountId,
        from: '2026-11-24T09:00:00+08:00',
        until: '2026-11-24T20:00:00+08:00',
        reason: 'illness',
      },
    });
    const neighbour = await community.signIn('resident', 5);
    const away = await feverOf(neighbour, '2026-11-24T10:00:00+08:00');
    expect(await toldOf(away.id, 'fever.raised')).not.toContain(nurse.accountId);
    expect(await rungAt(away.door, 'fever.raised')).toContain(station);

    await office.gets('endAbsence', { params: { id: ill.id } });
    const third = await community.signIn('resident', 6);
    const open = await feverOf(third, '2026-11-24T10:00:00+08:00');
    expect(await toldOf(open.id, 'fever.raised')).toContain(nurse.accountId);
    expect(await rungAt(open.door, 'fever.raised')).not.toContain(station);

    await leaves(office, nurse.accountId, '2026-11-24T11:00:00+08:00');
    const fourth = await community.signIn('resident', 7);
    const gone = await feverOf(fourth, '2026-11-24T11:00:00+08:00');
    expect(await toldOf(gone.id, 'fever.raised')).not.toContain(nurse.accountId);
    expect(await rungAt(gone.door, 'fever.raised')).toContain(station);
  });

  it('rings the duty telephone at once where everybody of the grid is off duty or absent and the duty officer has no account', async () => {
    await community.timeIs('2026-11-25T20:00:00+08:00');
    const [office, resident] = [await community.signIn('office', 2), await community.signIn('resident', 42)];
    const { household } = await resident.gets('getMe');
    const dwellingId = household?.dwellingId ?? '';
    for (;;) {
      const { called } = await answering(resident, dwellingId);
      if (!called.account) break;
      await worksByDay(office, called.account);
    }
    await community.timeIs('2026-11-26T03:00:00+08:00');
    const { door } = await feverOf(resident, '2026-11-26T03:00:00+08:00');
    expect(await rungAt(door, 'fever.raised')).toContain(duty.east);
  });
});

describe('a duty officer who has left', () => {
  it('answers for nothing: the duty telephone rings, and the office writes down what was done', async () => {
    await community.timeIs('2026-11-27T10:00:00+08:00');
    const office = await community.signIn('office');
    const officer = (await collection('communities').findOne({ 'duty.phone': duty.south }))?.duty.accountId;
    await leaves(office, String(officer), '2026-11-27T10:00:00+08:00');
    const resident = await community.signIn('resident', 8);
    const { id, door } = await feverOf(resident, '2026-11-27T10:00:00+08:00');
    await community.timeIs('2026-11-27T10:21:00+08:00');
    const moved = await eventually(
      () => office.gets('getRequest', { params: { id } }),
      ({ steps }) => steps.some(({ rung }) => rung === 'duty'),
    );
    expect(moved.responsible).toMatchObject({ phone: duty.south });
    expect(moved.responsible.account).toBeUndefined();
    expect(moved.actions).toContain('acknowledge');
    expect(await rungAt(door, 'fever.duty')).toEqual([duty.south]);
    expect(await toldOf(id, 'fever.duty')).toEqual([]);
  });
});
