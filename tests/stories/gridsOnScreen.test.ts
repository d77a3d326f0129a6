import type { GridInput, GridView } from '@shared/grids/treeContract';
import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { declareAtDoors } from '../kit/crowd';
import { eventually } from '../kit/eventually';
import { openReadyWindow } from '../kit/liveWindow';
import { madeRoster, mergedSheet } from '../kit/madeRoster';
import { startCommunity } from '../kit/startCommunity';
import { workbookOf } from '../kit/workbook';

const community = startCommunity();

const gridsOf = async (office: Caller): Promise<GridView[]> =>
  (await office.gets('listGrids', { query: { limit: 100 } })).items as GridView[];
const named = async (office: Caller, name: string): Promise<GridView> =>
  (await gridsOf(office)).find((grid) => grid.name === name) as GridView;
const empty: Omit<GridInput, 'parentId'> = {
  ...{ name: '新网格', level: 'building', scope: [], patches: [], deputyIds: [] },
  ...{ leaderId: null, primaryId: null },
};
const activeOf = (caller: Caller): string => caller.session.account.active ?? '';
/** Once every door is where it belongs; looked for where it stands, so that looking is no request. */
async function untilQuiet(office: Caller) {
  const moves = community.running.context.connection.collection('gridMoves');
  await eventually(
    () => moves.countDocuments({ state: 'running' }),
    (running) => running === 0,
    40_000,
  );
  return office.gets('getCoverage');
}
const grids = (caller: Caller) => caller.session.account.memberships[0]?.grids.map(({ name }) => name);

describe('the office draws its grids on the screen', () => {
  it('refuses a door that another grid has, and names it; doors in no grid are named and the office’s', async () => {
    const office = await community.signIn('office');
    const estate = await named(office, '1-4号楼网格');
    const first = await named(office, '1号楼');
    const taken = await office.calls('createGrid', {
      body: { ...empty, parentId: estate.id, scope: [{ buildingNames: ['1'], unitNames: ['1'] }] },
    });
    expect(taken.problem).toMatchObject({
      code: 'grid.overlap',
      params: { grid: '1号楼', doors: expect.stringMatching(/^1-1-101、/) },
      errors: [{ path: 'scope', code: 'grid.overlap' }],
    });

    const unit = '2';
    const { items: doors } = await office.gets('listDwellings', {
      query: { building: '1', unit, limit: 100 },
    });
    const rest = [{ buildingNames: ['1'], unitNames: ['1', '3', '4'] }];
    const cut = { seenVersion: first.version, scope: rest };
    await office.gets('updateGrid', { params: { id: first.id }, body: cut });
    const { unassigned } = await untilQuiet(office);
    expect(unassigned.doors.map(({ door }) => door)).toEqual(doors.map(({ door }) => door));
    const answer = await office.gets('getResponsible', { params: { id: doors[0]?.id ?? '' } });
    expect(answer.reason[0]?.code).toBe('place.unlisted');
    expect(answer.reason.at(-1)?.params.post).toBe('officeHead');
    const [lost] = await declareAtDoors(office, doors.slice(0, 1), 1);
    expect(lost?.responsible.account).toBe(office.accountId);

    // A grid of its own takes them up, with what was declared meanwhile.
    const worker = await community.signIn('worker', 2);
    const body = { ...empty, parentId: estate.id, scope: [{ buildingNames: ['1'], unitNames: [unit] }] };
    const key = uuidV7();
    const sent = { body: { ...body, primaryId: activeOf(worker) }, key };
    const made = await Promise.all([office.gets('createGrid', sent), office.gets('createGrid', sent)]);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect((await untilQuiet(office)).unassigned.count).toBe(0);
    const both = await eventually(
      () => worker.refreshes().catch(() => worker),
      (caller) => grids(caller)?.length === 2,
    );
    expect((await both.gets('listReturns')).items.map(({ id }) => id)).toEqual([lost?.id]);
  });

  it('of two who change the same grid one is told, and of two who draw across each other too', async () => {
    const office = await community.signIn('office');
    const estate = await named(office, '5-8号楼网格');
    const fifth = await named(office, '5号楼');
    await office.gets('updateGrid', {
      params: { id: fifth.id },
      body: { seenVersion: fifth.version, scope: [{ buildingNames: ['5'], unitNames: ['1'] }] },
    });
    const again = await office.calls('updateGrid', {
      params: { id: fifth.id },
      body: { seenVersion: fifth.version, name: '五号楼' },
    });
    expect(again.code).toBe('grid.movedOn');
    const body = { ...empty, parentId: estate.id, scope: [{ buildingNames: ['5'], unitNames: ['2'] }] };
    const answers = await Promise.all([1, 2, 3].map(() => office.calls('createGrid', { body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('nonsense is refused by its field', async () => {
    const office = await community.signIn('office');
    const sixth = await named(office, '6号楼');
    const resident = await community.signIn('resident', 6);
    const faults = async (fields: object) =>
      (
        await office.calls('updateGrid', {
          params: { id: sixth.id },
          body: { seenVersion: sixth.version, ...fields },
        })
      ).problem.errors;
    expect(await faults({ parentId: sixth.id })).toMatchObject([{ path: 'parentId', code: 'choice' }]);
    expect(await faults({ level: 'community' })).toMatchObject([{ path: 'level', code: 'grid.level' }]);
    expect(await faults({ primaryId: activeOf(resident) })).toMatchObject([
      { path: 'primaryId', code: 'person.unknown' },
    ]);
    const patch = (name: string) => ({ name, scope: [{ unitNames: ['1'] }], workerId: null });
    expect(await faults({ patches: [patch('甲'), patch('乙')] })).toMatchObject([
      { path: 'patches.1.scope', code: 'grid.overlap' },
    ]);
  });

  it('a grid is removed when nothing lies in it any more, and whoever stood in it loses it', async () => {
    const office = await community.signIn('office');
    const ninth = await named(office, '9号楼');
    const worker = await community.signIn('worker', 9);
    const refused = await office.calls('endGrid', { params: { id: ninth.id } });
    expect(refused.problem).toMatchObject({
      code: 'grid.notEmpty',
      params: { names: expect.stringMatching(/^9-/) },
    });
    const tenth = await named(office, '10号楼');
    await office.gets('updateGrid', {
      params: { id: ninth.id },
      body: { seenVersion: ninth.version, scope: [] },
    });
    await office.gets('updateGrid', {
      params: { id: tenth.id },
      body: { seenVersion: tenth.version, scope: [...tenth.scope, { buildingNames: ['9'] }] },
    });
    await untilQuiet(office);
    await office.gets('endGrid', { params: { id: ninth.id } });
    await office.gets('endGrid', { params: { id: ninth.id } });
    expect((await gridsOf(office)).some(({ id }) => id === ninth.id)).toBe(false);
    expect(grids(await worker.refreshes())).toEqual([]);
  });
});

describe('a worker is replaced', () => {
  it('on the screen: the old one loses the grid in the same moment, the new one has it, both windows come anew', async () => {
    const office = await community.signIn('office');
    const [old, next] = [await community.signIn('worker', 13), await community.signIn('worker', 14)];
    const grid = await named(office, '13号楼');
    const { items: doors } = await office.gets('listDwellings', { query: { building: '13', limit: 1 } });
    const [open] = await declareAtDoors(office, doors, 1, 9000);
    const windows = await Promise.all(
      [old, next].map(({ session }) => openReadyWindow(community.running.url, session.accessToken)),
    );
    await office.gets('updateGrid', {
      params: { id: grid.id },
      body: { seenVersion: grid.version, primaryId: activeOf(next) },
    });
    expect(await Promise.all(windows.map(({ closed }) => closed))).toEqual([4401, 4401]);
    await eventually(
      async () => (await old.calls('getWorklist')).code,
      (code) => code === 'session.stale',
    );
    const [left, came] = [await old.refreshes(), await next.refreshes()];
    expect([grids(left), grids(came)?.sort()]).toEqual([[], ['13号楼', '14号楼']]);
    expect((await left.calls('getReturn', { params: { id: open?.id ?? '' } })).code).toBe('notFound');
    const view = await came.gets('getReturn', { params: { id: open?.id ?? '' } });
    expect(view.responsible.account).toBe(came.accountId);
  });

  it('by a sheet: the same, and work the old one had taken falls back to who answers now', async () => {
    const office = await community.signIn('office');
    const old = await community.signIn('worker', 15);
    const grid = await named(office, '15号楼');
    const { items: doors } = await office.gets('listDwellings', { query: { building: '15', limit: 1 } });
    const [open] = await declareAtDoors(office, doors, 1, 9500);
    const returns = community.running.context.connection.collection('returns');
    const taken = { responsibleAccountId: new Types.ObjectId(old.accountId) };
    await returns.updateOne({ _id: new Types.ObjectId(open?.id) }, { $set: taken });
    const reasonOf = async () =>
      (await office.gets('getReturn', { params: { id: open?.id ?? '' } })).responsible;
    expect((await reasonOf()).reason.at(-1)?.params.post).toBe('taken');
    const parent = (await gridsOf(office)).find(({ id }) => id === grid.parentId);
    const sheet = [
      ['网格编号', '级别', '上级网格', '名称', '范围', '姓名', '电话', '角色'],
      [grid.code, '楼栋', parent?.code ?? '', '15号楼', '15号楼', '新来的', '19912349876', '网格员'],
    ];
    const people = madeRoster(1, 2, 77_000).map((family) => family.map((one) => ({ ...one, building: 15 })));
    const sheets = [mergedSheet(people), { name: '网格划分', rows: sheet }];
    const file = { name: 'grids.xlsx', bytes: workbookOf(sheets) };
    expect(await office.gets('importRoster', { file })).toMatchObject({ state: 'done', grids: 1 });
    expect(grids(await old.refreshes())).toEqual([]);
    const now = await reasonOf();
    expect([now.name, now.reason.at(-1)?.params.post]).toEqual(['新来的', 'primary']);
    // The same file again changes nothing.
    const before = await named(office, '15号楼');
    await office.gets('importRoster', { file });
    expect((await named(office, '15号楼')).version).toBe(before.version);
  });
});
