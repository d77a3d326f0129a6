import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { acting, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const repair = {
  kind: 'repair' as const,
  details: { what: 'water', since: '2026-11-22T08:00:00+08:00', danger: false },
};

describe('a team', () => {
  let resident: Caller;
  let office: Caller;
  let property: Caller;
  let far: Caller;
  let volunteer: Caller;
  let estate: string;
  const membershipOf = (caller: Caller) => caller.session.account.active ?? '';
  const pool = async (caller: Caller) =>
    (await caller.gets('listRequests', { query: { pool: 'true', limit: 100 } })).items.map(({ id }) => id);
  const place = async (changes = {}) =>
    resident.gets('placeRequest', { body: await orderOf(resident, changes) });
  beforeAll(async () => {
    resident = await community.signIn('resident', 1);
    office = await community.signIn('office');
    property = await community.signIn('property');
    far = await community.signIn('worker', 39);
    volunteer = await community.signIn('volunteer');
    const { items } = await office.gets('listGrids', { query: { limit: 100 } });
    estate = items.find(({ name }) => name === '1-4号楼网格')?.id ?? '';
  });

  it('is named by the office, is offered its kinds in its grids, and one of it holds each by name', async () => {
    const leaking = await place(repair);
    const groceries = await place();
    expect([await pool(property), (await pool(far)).includes(leaking.id)]).toEqual([[], false]);
    const people = [property, far, volunteer];
    const body = {
      name: '维修组',
      kinds: ['repair' as const],
      gridIds: [estate],
      memberIds: people.map(membershipOf),
    };
    const key = uuidV7();
    const [team, again] = await Promise.all([1, 2].map(() => office.gets('createTeam', { body, key })));
    expect(team).toMatchObject({ name: '维修组', kinds: ['repair'], grids: [{ id: estate }], version: 1 });
    expect(team?.members.map(({ role }) => role).sort()).toEqual(['property', 'volunteer', 'worker']);
    expect(again?.id).toBe(team?.id);
    expect((await office.gets('listTeams')).items.map(({ id }) => id)).toEqual([team?.id]);
    await eventually(
      () => pool(property),
      (ids) => ids.includes(leaking.id),
    );
    expect(await pool(far)).toContain(leaking.id);
    expect(await pool(far)).not.toContain(groceries.id);
    // What is not for volunteers is not for them in a team.
    expect(await pool(volunteer)).not.toContain(leaking.id);
    expect((await act(volunteer, leaking.id, 'accept')).status).toBe(404);

    const { version } = leaking;
    const taps = await Promise.all(
      [property, far].map((one) => act(one, leaking.id, 'accept', {}, { seenVersion: version })),
    );
    expect(taps.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = taps[0]?.status === 200 ? property : far;
    const other = won === property ? far : property;
    expect(await errandSeenBy(won, leaking.id)).toMatchObject({
      details: repair.details,
      holder: { mine: true },
    });
    expect(await errandSeenBy(other, leaking.id)).toMatchObject({ details: null, holder: { mine: false } });
    const { items: carriers } = await won.gets('listCarriers', { params: { id: leaking.id } });
    expect(carriers.map(({ accountId }) => accountId)).toContain(other.accountId);
    expect(carriers.map(({ accountId }) => accountId)).not.toContain(volunteer.accountId);
    const given = await act(won, leaking.id, 'handOver', { accountId: other.accountId, reason: '下班了' });
    expect(given.body).toMatchObject({ state: 'accepted', holder: { mine: false } });
    expect(await errandSeenBy(other, leaking.id)).toMatchObject({ details: repair.details });
  });

  it('takes over what was bought; without it, or ended, it is offered nothing', async () => {
    const [repairs] = (await office.gets('listTeams')).items;
    const supplies = {
      ...{ name: '物资组', kinds: ['groceries' as const, 'medicine' as const], gridIds: [estate] },
      memberIds: [membershipOf(far)],
    };
    const { id: teamId, version } = await office.gets('createTeam', { body: supplies });
    const { id } = await place();
    await eventually(
      () => pool(far),
      (ids) => ids.includes(id),
    );
    const worker = await community.signIn('worker', 1);
    expect((await act(worker, id, 'accept')).status).toBe(200);
    expect((await act(worker, id, 'buy', { amountFen: 100 })).status).toBe(200);
    expect((await act(worker, id, 'pass', { where: '岗亭' })).status).toBe(200);
    expect((await act(far, id, 'accept')).body).toMatchObject({ state: 'purchased', holder: { mine: true } });
    const next = await place();
    const params = { id: teamId };
    const without = { ...supplies, memberIds: [membershipOf(property)], seenVersion: version };
    expect((await office.gets('updateTeam', { params, body: without })).version).toBe(version + 1);
    expect((await office.calls('updateTeam', { params, body: without })).code).toBe('team.movedOn');
    await eventually(
      () => pool(far),
      (ids) => !ids.includes(next.id),
    );
    // What was in hand stays so.
    expect((await act(far, id, 'leave')).status).toBe(200);
    await eventually(
      () => pool(property),
      (ids) => ids.includes(next.id),
    );
    for (let i = 0; i < 2; i += 1) expect((await office.calls('endTeam', { params })).status).toBe(204);
    await eventually(
      () => pool(property),
      (ids) => !ids.includes(next.id),
    );
    expect((await office.gets('listTeams')).items.map((one) => one.id)).toEqual([repairs?.id]);
  });

  it('is the office’s to make, of grids and people that it has', async () => {
    const health = await community.signIn('health');
    const stranger = await community.signIn('worker', 40);
    const body = {
      ...{ name: '巡逻组', kinds: ['other' as const], gridIds: ['f'.repeat(24)] },
      memberIds: [membershipOf(health), membershipOf(stranger), membershipOf(far)],
    };
    expect((await office.calls('createTeam', { body })).problem.errors).toEqual([
      { path: 'gridIds.0', code: 'grid.unknown' },
      { path: 'memberIds.0', code: 'person.unknown' },
      { path: 'memberIds.1', code: 'person.unknown' },
    ]);
    const none = { ...body, kinds: [], gridIds: [], memberIds: [], name: ' ' };
    expect((await office.calls('createTeam', { body: none })).problem.errors.map(({ path }) => path)).toEqual(
      ['name', 'kinds', 'gridIds', 'memberIds'],
    );
    const [repairs] = (await office.gets('listTeams')).items;
    const otherOffice = await community.signIn('office', 2);
    const good = { ...body, gridIds: [estate], memberIds: [membershipOf(far)] };
    const params = { id: repairs?.id ?? '' };
    for (const caller of [far, volunteer, property, resident]) {
      expect((await caller.calls('listTeams')).status).toBe(403);
      expect((await caller.calls('createTeam', { body: good })).status).toBe(403);
      expect((await caller.calls('endTeam', { params })).status).toBe(403);
    }
    expect((await otherOffice.gets('listTeams')).items).toEqual([]);
    expect((await otherOffice.calls('endTeam', { params })).status).toBe(404);
    expect(
      (await otherOffice.calls('updateTeam', { params, body: { ...good, seenVersion: 1 } })).status,
    ).toBe(404);
  });
});
