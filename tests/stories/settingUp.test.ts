import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { codeLength } from '@shared/accounts/code';
import type { StaffView } from '@shared/accounts/staffContract';
import { type Caller, callerOf } from '../kit/caller';
import { command, runCommunityCommand } from '../kit/communityCommand';
import { eventually } from '../kit/eventually';
import { declarationOf, personOf } from '../kit/family';
import { openReadyWindow } from '../kit/liveWindow';
import { isLongRun } from '../kit/longRun';
import { createArgs, office, passwordIn, samples, startEmpty } from '../kit/startEmpty';

const place = startEmpty();
const context = () => place.running.context;
/** Writes of the command in its transaction, its commit the last. */
const writesOfCreate = 7;
const moments = isLongRun ? Array.from({ length: writesOfCreate }, (_, i) => i + 1) : [writesOfCreate];
const count = (name: string) => context().connection.collection(name).countDocuments();

let firstPassword: string | undefined;

/** The office of the community with a password of its own; made when there is none yet. */
async function officeOf(): Promise<Caller> {
  if (!(await count('communities'))) firstPassword = await place.creates();
  const credential = await context()
    .connection.collection('credentials')
    .findOne({ madeBy: { $exists: false } });
  if (credential?.oneTimeUntil && firstPassword) {
    const first = await place.signsIn(office.phone, firstPassword);
    await first.gets('changePassword', { body: { current: firstPassword, next: office.own } });
  }
  return place.signsIn(office.phone, office.own);
}

/** A member of staff who has chosen a password. */
async function joins(
  head: Caller,
  body: { name: string; phone: string; role: StaffView['role']; gridIds?: string[]; head?: boolean },
) {
  const { staff, oneTimePassword } = await head.gets('createStaff', { body });
  const first = await place.signsIn(body.phone, oneTimePassword ?? '');
  const own = `${body.phone.slice(-4)} 号的门一直开着呢，请进`;
  await first.gets('changePassword', { body: { current: oneTimePassword ?? '', next: own } });
  return { staff, own, caller: await place.signsIn(body.phone, own) };
}

/** A building of the estate with its worker of the sheet, and a door in it. */
async function buildingOf(head: Caller, number: number) {
  const grids = await allOf((cursor) => head.gets('listGrids', { query: { limit: 100, ...cursor } }));
  const grid = grids.filter(({ level, primary }) => level === 'building' && primary)[number];
  if (!grid) throw new Error('no such building');
  const { items } = await head.gets('listDwellings', {
    query: { building: grid.name.match(/\d+/)?.[0] ?? '', limit: 100 } as never,
  });
  return { grid, dwellingId: items[0]?.id ?? '' };
}

async function allOf<T>(
  ask: (cursor: { cursor?: string }) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let next: string | null | undefined; next !== null; ) {
    const page: { items: T[]; next: string | null } = await ask(next ? { cursor: next } : {});
    all.push(...page.items);
    next = page.next;
  }
  return all;
}

describe('the command', () => {
  it('says in one line what is missing or wrong, and makes nothing', async () => {
    const refusal = async (settings: Record<string, string>, ...changes: string[]) => {
      const { code, errors } = await command([...createArgs, ...changes], {
        ...place.environment,
        ...settings,
      });
      return `${code} ${errors.join(' AND ')}`;
    };
    expect(await refusal({ NUANLIN_KEYS: '' })).toMatch(/^1 NUANLIN_KEYS is not set/);
    expect(await refusal({ NUANLIN_KEYS: '{}' })).toMatch(/^1 .*NUANLIN_KEYS.master/);
    expect(await refusal({ MONGODB_URI: 'mongodb://127.0.0.1:9/?directConnection=true' })).toMatch(
      /^1 No database answers/,
    );
    expect(await refusal({}, '--duty-phone', '12', '--office-name', '9')).toMatch(
      /--duty-phone: a telephone.*--office-name: a name/,
    );
    expect(await refusal({}, '--health-name', '卫生站')).toContain('go together');
    expect(await count('communities')).toBe(0);
    const demo = context().connection.collection('communities');
    await demo.insertOne({ name: '演示', demo: true, districtId: 'd', streetId: 's' });
    expect(await refusal({})).toMatch(/^1 This database holds the demo/);
    await demo.deleteMany({});
  });

  it('killed between any two of its writes it has made nothing, and repeated it makes one community', async () => {
    for (const write of moments) {
      const cut = await runCommunityCommand(createArgs, {
        ...place.environment,
        KILL_AT_WRITE: String(write),
      });
      expect([write, cut.signal]).toEqual([write, 'SIGKILL']);
      expect([await count('communities'), await count('grids'), await count('memberships')]).toEqual([
        0, 0, 0,
      ]);
    }
    firstPassword = await place.creates();
    const again = await place.command(...createArgs);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('is there already')]);
    expect([await count('communities'), await count('grids'), await count('accounts')]).toEqual([1, 1, 1]);
    const policies = await context().connection.collection('communities').findOne({});
    expect(policies).toMatchObject({
      demo: false,
      policies: [{ id: 'home-14' }],
      duty: { phone: '02987654321' },
    });
  });
});

describe('the first day', () => {
  it('the office signs in with a one-time password, must change it first, and then nothing is in the way', async () => {
    firstPassword ??= await place.creates();
    const first = await place.signsIn(office.phone, (firstPassword ?? '').toLowerCase().replaceAll('-', ' '));
    expect(first.session.account).toMatchObject({
      mustChangePassword: true,
      memberships: [{ role: 'office', head: true }],
    });
    for (const asked of ['getMe', 'listStaff', 'listGrids', 'getWorklist'] as const)
      expect((await first.calls(asked)).code).toBe('password.mustChange');
    expect((await (await first.refreshes()).calls('getMe')).code).toBe('password.mustChange');
    await expect(openReadyWindow(place.running.url, first.session.accessToken)).rejects.toThrow('4401');

    const tries = [
      ['wrong wrong wrong', office.own, [{ path: 'current', code: 'password.wrong' }]],
      [firstPassword, 'short', [{ path: 'next', code: 'tooShort', params: { minimum: 12 } }]],
      [firstPassword, `${office.name}住在三号楼一单元五零一`, [{ path: 'next', code: 'password.own' }]],
      [firstPassword, firstPassword, [{ path: 'next', code: 'password.same' }]],
    ] as const;
    for (const [current = '', next = '', faults] of tries)
      expect((await first.calls('changePassword', { body: { current, next } })).problem.errors).toEqual(
        faults,
      );
    const changed = await first.gets('changePassword', {
      body: { current: firstPassword ?? '', next: office.own },
    });
    const free = callerOf(place.running.url, changed);
    expect((await free.gets('getMe')).community?.name).toBe('幸福社区');
    // The reply was lost and it is sent again: the same.
    expect(
      (await free.calls('changePassword', { body: { current: firstPassword ?? '', next: office.own } }))
        .status,
    ).toBe(200);
    expect(
      (
        await place.anybody.calls('createPasswordSession', {
          body: { login: office.phone, password: firstPassword ?? '' },
        })
      ).code,
    ).toBe('password.wrong');
  });

  it('roster in, worker made, signed in, WeChat bound; ended, refused within five seconds, and the next is responsible', async () => {
    const head = await officeOf();
    const bytes = await readFile(path.join(samples, 'roster-estate.xlsx'));
    await head.gets('importRoster', { file: { name: 'roster-estate.xlsx', bytes } });
    const tops = (
      await allOf((cursor) => head.gets('listGrids', { query: { limit: 100, ...cursor } }))
    ).filter(({ parentId }) => !parentId);
    expect(tops).toHaveLength(1);

    const { grid, dwellingId } = await buildingOf(head, 0);
    const { items: workers } = await head.gets('listStaff', { query: { role: 'worker', limit: 100 } });
    const sheet = workers.find(({ id }) => id === grid.primary?.membershipId);
    expect(sheet).toMatchObject({
      state: 'serving',
      signIn: { password: 'none', wechat: false },
      posts: [{ post: 'primary' }],
    });
    expect(sheet?.phone).toMatch(/\*{4}/);
    const gone = await head.gets('endMembership', {
      params: { id: sheet?.id ?? '' },
      body: { seenVersion: sheet?.version ?? 0, reason: 'moved' },
    });
    expect(gone).toMatchObject({ staff: { state: 'ended', reason: 'moved', posts: [] }, handedOver: [] });

    const {
      staff,
      own,
      caller: worker,
    } = await joins(head, { name: '钱新来', phone: '13900000002', role: 'worker', gridIds: [grid.id] });
    expect(staff).toMatchObject({ posts: [{ post: 'primary' }], signIn: { password: 'oneTime' } });
    const declared = await worker.gets('declareReturn', {
      body: declarationOf({ dwellingId, source: 'desk', people: [personOf('赵小红', 0)] } as never),
    });
    expect(declared.returns[0]?.responsible.name).toBe('钱新来');

    // Her WeChat, from her own telephone; the account it made at first is merged away.
    const phone = await place.byWechat('o-qian');
    const { code } = await head.gets('createStaffInvitation', { params: { id: staff.id } });
    expect(code.replaceAll('-', '')).toHaveLength(codeLength);
    const bound = await phone.gets('bindWechat', {
      body: { login: '13900000002', password: own, code: code.toLowerCase() },
    });
    expect(bound.account.memberships).toMatchObject([{ id: staff.id, role: 'worker' }]);
    const byWechat = await place.byWechat('o-qian');
    expect(byWechat.accountId).toBe(staff.accountId);
    expect((await byWechat.gets('getWorklist')).items).toHaveLength(1);
    // The desk goes on; the emptied account does not.
    expect((await worker.calls('getWorklist')).status).toBe(200);
    expect((await phone.calls('getMe')).code).toBe('session.stale');

    const window = await openReadyWindow(place.running.url, byWechat.session.accessToken);
    const { items } = await head.gets('listStaff', { query: { role: 'worker', limit: 100 } });
    const version = items.find(({ id }) => id === staff.id)?.version ?? 0;
    const ended = await head.gets('endMembership', {
      params: { id: staff.id },
      body: { seenVersion: version, reason: 'left' },
    });
    expect(ended.handedOver).toEqual([{ name: expect.any(String), count: 1 }]);
    await eventually(
      () => worker.calls('getWorklist'),
      ({ code }) => code === 'session.stale',
    );
    expect(await window.closed).toBe(4401);
    expect((await worker.refreshes()).session.account.memberships).toEqual([]);
    expect(
      (await place.anybody.calls('createPasswordSession', { body: { login: '13900000002', password: own } }))
        .code,
    ).toBe('password.wrong');
    const next = (await head.gets('getReturn', { params: { id: declared.returns[0]?.id ?? '' } }))
      .responsible;
    expect(next).toMatchObject({
      name: ended.handedOver[0]?.name,
      reason: expect.not.arrayContaining([{ code: 'absent' }]),
    });
    // The seat is seen to be free, and last week's workbook does not bring anybody back.
    const seat = async () => (await buildingOfId(head, grid.id))?.primary;
    expect(await seat()).toBeNull();
    await head.gets('importRoster', { file: { name: 'roster-estate.xlsx', bytes } });
    expect(await seat()).toBeNull();
  });
});

const buildingOfId = async (head: Caller, id: string) =>
  (await allOf((cursor) => head.gets('listGrids', { query: { limit: 100, ...cursor } }))).find(
    (grid) => grid.id === id,
  );

describe('staff', () => {
  it('with the same telephone gets a second membership, not a second account; under another name it is a mistake', async () => {
    const head = await officeOf();
    const { staff } = await joins(head, { name: '孙两职', phone: '13900000003', role: 'health' });
    const second = await head.gets('createStaff', {
      body: { name: '孙两职', phone: '139 0000 0003', role: 'counsellor' },
    });
    expect([second.staff.accountId, second.oneTimePassword]).toEqual([staff.accountId, null]);
    const again = { name: '孙两职', phone: '13900000003', role: 'health' as const };
    expect((await head.calls('createStaff', { body: again })).code).toBe('staff.already');
    expect(
      (await head.calls('createStaff', { body: { ...again, name: '李别人', role: 'property' } })).problem
        .errors,
    ).toEqual([{ path: 'phone', code: 'phone.otherName' }]);
    // Nonsense is refused by field: grids for who has none, none for who has, an end before now.
    const faults = async (body: object) =>
      (await head.calls('createStaff', { body: { ...again, ...body } })).problem.errors.map(
        ({ path, code }) => `${path} ${code}`,
      );
    expect(await faults({ role: 'worker' })).toEqual(['gridIds grid.none']);
    expect(await faults({ role: 'leader', gridIds: [staff.id] })).toEqual(['gridIds.0 grid.unknown']);
    expect(await faults({ gridIds: [staff.id], until: '2020-01-01T00:00:00Z' })).toEqual([
      'gridIds tooMany',
      'until time.tooEarly',
    ]);
    expect(await faults({ role: 'resident' })).toEqual(['role choice']);
  });

  it('ten taps and two offices at once make one', async () => {
    const head = await officeOf();
    const body = { name: '周十次', phone: '13900000004', role: 'property' as const };
    const key = '0192a000-0000-7000-8000-000000000001';
    const taps = await Promise.all(
      Array.from({ length: 10 }, () => head.calls('createStaff', { body, key })),
    );
    expect(new Set(taps.map(({ status, body }) => `${status} ${body.staff?.id}`)).size).toBe(1);
    expect(taps.filter(({ body }) => body.oneTimePassword)).toHaveLength(1);
    const both = await Promise.all(
      [1, 2].map(() =>
        head.calls('createStaff', { body: { ...body, name: '吴两次', phone: '13900000005' } }),
      ),
    );
    expect(both.map(({ code }) => code).sort()).toEqual([null, 'staff.already'].sort());
  });

  it('of the office only the head disposes, and the last head stays, whoever asks at the same moment', async () => {
    const head = await officeOf();
    const clerk = await joins(head, { name: '郑科员', phone: '13900000006', role: 'office' });
    const second = await joins(head, { name: '王副职', phone: '13900000007', role: 'office', head: true });
    const heads = async () =>
      (await head.gets('listStaff', { query: { role: 'office' } })).items.filter((one) => one.head);
    const [a, b] = await heads();
    const end = (by: Caller, one: StaffView | undefined) =>
      by.calls('endMembership', {
        params: { id: one?.id ?? '' },
        body: { seenVersion: one?.version ?? 0, reason: 'left' },
      });
    expect((await end(clerk.caller, a)).code).toBe('notAllowed');
    expect((await clerk.caller.calls('resetPassword', { params: { id: a?.id ?? '' } })).code).toBe(
      'notAllowed',
    );
    expect(
      (
        await clerk.caller.calls('createStaff', {
          body: { name: '新头', phone: '13900000008', role: 'office', head: true },
        })
      ).code,
    ).toBe('notAllowed');
    const both = await Promise.all([end(head, b), end(second.caller, a)]);
    // Whoever comes second is told so, or is nobody here any more.
    const codes = both.map(({ code }) => code);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.find((code) => code !== null)).toMatch(/^(staff\.lastHead|session\..+)$/);
    const left = await (both[0]?.code ? second.caller : head).gets('listStaff', {
      query: { role: 'office' },
    });
    expect(left.items.filter((one) => one.head)).toHaveLength(1);
    // The one who stays is the one this file signs in as.
    if (left.items.find((one) => one.head)?.name !== office.name) {
      const { oneTimePassword } = await second.caller.gets('createStaff', {
        body: { name: office.name, phone: office.phone, role: 'office', head: true },
      });
      expect(oneTimePassword).toBeNull();
    }
  });

  it('a new one-time password signs out whoever was there; the operator helps a head who has forgotten theirs', async () => {
    const head = await officeOf();
    const { staff, own, caller } = await joins(head, {
      name: '冯忘了',
      phone: '13900000009',
      role: 'volunteer',
      gridIds: [await topOf(head)],
    });
    const { oneTimePassword } = await head.gets('resetPassword', { params: { id: staff.id } });
    await eventually(
      () => caller.calls('getMe'),
      ({ code }) => code === 'session.stale',
    );
    await expect(caller.refreshes()).rejects.toThrow('session.ended');
    expect(
      (await place.anybody.calls('createPasswordSession', { body: { login: '13900000009', password: own } }))
        .code,
    ).toBe('password.wrong');
    expect((await place.signsIn('13900000009', oneTimePassword)).session.account.mustChangePassword).toBe(
      true,
    );

    const lost = await place.command('password', '--name', '幸福社区', '--office-phone', office.phone);
    expect((await place.signsIn(office.phone, passwordIn(lost.out))).session.account.mustChangePassword).toBe(
      true,
    );
    const nobody = await place.command('password', '--name', '幸福社区', '--office-phone', '13900000009');
    expect([nobody.code, nobody.errors]).toEqual([1, ['--office-phone: no head of the office of 幸福社区']]);
    const first = await place.signsIn(office.phone, passwordIn(lost.out));
    await first.gets('changePassword', { body: { current: passwordIn(lost.out), next: office.own } });
  });

  it('of two changes at once one is told that it came late; another role gives up the seats', async () => {
    const head = await officeOf();
    const top = await topOf(head);
    const { staff } = await joins(head, {
      name: '陈换岗',
      phone: '13900000010',
      role: 'leader',
      gridIds: [top],
    });
    const { items } = await head.gets('listStaff', { query: { role: 'leader', limit: 100 } });
    const version = items.find(({ id }) => id === staff.id)?.version ?? 0;
    const change = (body: object) =>
      head.calls('updateMembership', { params: { id: staff.id }, body: { seenVersion: version, ...body } });
    const both = await Promise.all([
      change({ role: 'health', gridIds: [] }),
      change({ until: '2099-01-01T00:00:00Z' }),
    ]);
    expect(both.map(({ code }) => code).sort()).toEqual(['membership.movedOn', null].sort());
    const now = (await head.gets('listStaff', { query: { limit: 100 } })).items.find(
      ({ id }) => id === staff.id,
    );
    if (now?.role === 'health') expect(now).toMatchObject({ grids: [], posts: [] });
  });
});

const topOf = async (head: Caller) => {
  const { items } = await head.gets('listGrids', { query: { limit: 100 } });
  return items.find(({ parentId }) => !parentId)?.id ?? '';
};
