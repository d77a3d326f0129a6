import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Slip, SlipKind } from '@shared/accounts/slipsContract';
import { Types } from 'mongoose';
import { Memberships, openStaffNames } from '../../api/accounts';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { startUntilWrite } from '../faults/startUntilWrite';
import { type Caller, callerOf } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { createArgs, office, samples, startEmpty } from '../kit/startEmpty';

const place = startEmpty();
const context = () => place.running.context;
const credentials = () => context().connection.collection('credentials');
const accounts = () => context().connection.collection('accounts');

/** People of the sheet of grids, none of whom can sign in yet. */
const ofTheSheet = 53;
const portion = 20;
let head: Caller;

beforeAll(async () => {
  head = await choosesOwn(office.phone, await place.creates(), office.own);
  const bytes = await readFile(path.join(samples, 'roster-estate.xlsx'));
  await head.gets('importRoster', { file: { name: 'roster-estate.xlsx', bytes } });
});
// Each story begins on the afternoon of the import.
beforeEach(async () => {
  const others = { $ne: new Types.ObjectId(head.accountId) };
  await credentials().deleteMany({ _id: others });
  await Memberships(context()).deleteMany({ role: 'office', accountId: others });
});

async function choosesOwn(login: string, oneTime: string, own: string): Promise<Caller> {
  const first = await place.signsIn(login, oneTime);
  return callerOf(
    place.running.url,
    await first.gets('changePassword', { body: { current: oneTime, next: own } }),
  );
}

/** All portions, one after the other. */
async function issues(which: SlipKind, by = head) {
  const portions = [];
  for (let after: string | null | undefined; after !== null; after = portions.at(-1)?.next)
    portions.push(await by.gets('issuePasswords', { body: { which, ...(after && { after }) } }));
  return {
    portions,
    slips: portions.flatMap(({ slips }) => slips),
    skipped: portions.flatMap(({ skipped }) => skipped),
  };
}

const phoneOf = async (accountId: string): Promise<string> =>
  (await openStaffNames(context(), [new Types.ObjectId(accountId)])).get(accountId)?.phone ?? '';
const tries = async ({ accountId, oneTimePassword }: Pick<Slip, 'accountId' | 'oneTimePassword'>) =>
  place.anybody.calls('createPasswordSession', {
    body: { login: await phoneOf(accountId), password: oneTimePassword },
  });
const someSlip = (slips: Slip[], i = 0): Slip => {
  const slip = slips[i];
  if (!slip) throw new Error('no slip');
  return slip;
};

describe('slips on the first afternoon', () => {
  it('let in everybody of the sheet, in portions; each chooses a password and sees an empty list', async () => {
    expect(await head.gets('countSignIns')).toEqual({ none: ofTheSheet, oneTime: 0 });
    const { portions, slips, skipped } = await issues('none');
    expect(portions.map((one) => [one.slips.length, one.left])).toEqual([
      [portion, ofTheSheet - portion],
      [portion, ofTheSheet - 2 * portion],
      [ofTheSheet - 2 * portion, 0],
    ]);
    expect(skipped).toEqual([]);
    expect(new Set(slips.map(({ accountId }) => accountId)).size).toBe(ofTheSheet);
    expect(await head.gets('countSignIns')).toEqual({ none: 0, oneTime: ofTheSheet });
    const sessions = await Promise.all(slips.map(tries));
    expect(new Set(sessions.map(({ body }) => body.account?.mustChangePassword))).toEqual(new Set([true]));

    const worker = slips.find(({ posts }) => posts[0]?.role === 'worker');
    expect(worker).toMatchObject({ phone: expect.stringMatching(/^1\d\d\*{4}\d{4}$/) });
    expect(worker?.posts[0]?.grids).toEqual([expect.stringMatching(/./)]);
    const { accountId, oneTimePassword } = worker as Slip;
    const inside = await choosesOwn(await phoneOf(accountId), oneTimePassword, office.own);
    expect((await inside.gets('getWorklist')).items).toEqual([]);
    expect(await head.gets('countSignIns')).toEqual({ none: 0, oneTime: ofTheSheet - 1 });
    // Whoever has a way in gets no other.
    expect((await issues('none')).slips).toEqual([]);
  });

  it('sent again with the same key are the same, ten times at once as well; nothing that is stored tells them', async () => {
    const key = uuidV7();
    const send = () => head.calls('issuePasswords', { body: { which: 'none' }, key });
    const taps = await Promise.all(Array.from({ length: 10 }, send));
    const later = await send();
    expect(new Set([...taps, later].map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(later.body.slips).toHaveLength(portion);
    expect(await credentials().countDocuments({ oneTimeUntil: { $exists: true } })).toBe(portion);
    expect((await tries(someSlip(later.body.slips))).status).toBe(201);
    expect((await head.calls('issuePasswords', { body: { which: 'oneTime' }, key })).code).toBe('key.reused');

    const stored = JSON.stringify(
      await Promise.all(
        ((await context().connection.db?.collections()) ?? []).map((one) => one.find().toArray()),
      ),
    );
    for (const { oneTimePassword } of later.body.slips)
      for (const text of [oneTimePassword, oneTimePassword.replaceAll('-', '')])
        expect(stored.includes(text)).toBe(false);
    expect(stored.includes(key)).toBe(false);
  });

  it('made by two of the office at once are one for each person', async () => {
    const body = { name: '王副职', phone: '13900000007', role: 'office' as const, head: true };
    const { oneTimePassword } = await head.gets('createStaff', { body });
    const second = await choosesOwn(body.phone, oneTimePassword ?? '', office.own);
    const [one, two] = await Promise.all([issues('none'), issues('none', second)]);
    const slips = [...one.slips, ...two.slips];
    expect(new Set(slips.map(({ accountId }) => accountId)).size).toBe(slips.length);
    expect(slips).toHaveLength(ofTheSheet);
    expect(new Set([...one.skipped, ...two.skipped].map(({ reason }) => reason))).toEqual(
      new Set(['movedOn']),
    );
    expect((await Promise.all(slips.map(tries))).every(({ status }) => status === 201)).toBe(true);
  });

  it('cut by kill -9 leave whole people only, and the same request finishes', async () => {
    const { url, ended } = await startUntilWrite(place, 12, 'credentials');
    const key = uuidV7();
    const sent = { body: { which: 'none' as const }, key };
    await expect(callerOf(url, head.session).calls('issuePasswords', sent)).rejects.toThrow();
    expect(await ended).toEqual([null, 'SIGKILL']);
    const before = await credentials()
      .find({ oneTimeUntil: { $exists: true } })
      .toArray();
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(portion);
    for (const one of before)
      expect(one).toMatchObject({ passwordHash: expect.stringMatching(/^\$argon2id/) });

    const { slips } = await head.gets('issuePasswords', sent);
    expect(slips).toHaveLength(portion);
    expect(slips.map(({ accountId }) => accountId)).toEqual(
      expect.arrayContaining(before.map(({ _id }) => String(_id))),
    );
    expect((await Promise.all(slips.map(tries))).every(({ status }) => status === 201)).toBe(true);
  });

  it('made again replace those that were never used, and nobody’s own password', async () => {
    const { slips } = await issues('none');
    const [mine, lost] = [someSlip(slips), someSlip(slips, 1)];
    const inside = await choosesOwn(await phoneOf(mine.accountId), mine.oneTimePassword, office.own);
    const halfway = await place.signsIn(await phoneOf(lost.accountId), lost.oneTimePassword);

    const key = uuidV7();
    const again = () => head.gets('issuePasswords', { body: { which: 'oneTime' }, key });
    const first = await again();
    expect(await again()).toEqual(first);
    const rest = await head.gets('issuePasswords', {
      body: { which: 'oneTime', after: first.next as string },
    });
    const fresh = [...first.slips, ...rest.slips];
    expect([fresh.length, rest.left]).toEqual([2 * portion, ofTheSheet - 1 - 2 * portion]);
    expect(fresh.map(({ accountId }) => accountId)).not.toContain(mine.accountId);
    expect((await inside.calls('getMe')).status).toBe(200);
    const found = fresh.find(({ accountId }) => accountId === lost.accountId) as Slip;
    expect((await tries(lost)).code).toBe('password.wrong');
    expect((await tries(found)).status).toBe(201);
    await eventually(
      () => halfway.calls('getMe'),
      ({ code }) => code === 'session.stale',
    );
  });
});

describe('slips are not made', () => {
  it('for whom another community keeps as well, who lives here, or has no telephone; the other community’s people stay as they are', async () => {
    const people = (await head.gets('listStaff', { query: { role: 'worker', limit: 100 } })).items;
    const [shared, athome, mute] = people as [Slip, Slip, Slip] & typeof people;
    const otherArgs = createArgs.map((arg) =>
      arg === '幸福社区'
        ? '和平社区'
        : arg === office.phone
          ? '13900000091'
          : arg === office.name
            ? '何平'
            : arg,
    );
    const made = (await place.command(...otherArgs)).out;
    const other = await choosesOwn(
      '13900000091',
      /(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(made)?.[0] ?? '',
      office.own,
    );
    const kept = await other.gets('createStaff', {
      body: { name: shared.name, phone: await phoneOf(shared.accountId), role: 'health' },
    });
    const own = await other.gets('createStaff', {
      body: { name: '郝邻居', phone: '13900000092', role: 'property' },
    });
    await credentials().deleteOne({ _id: new Types.ObjectId(own.staff.accountId) });
    const communityId = new Types.ObjectId(head.session.account.memberships[0]?.communityId);
    const home = await Memberships(context()).create({
      _id: new Types.ObjectId(),
      accountId: new Types.ObjectId(athome.accountId),
      communityId,
      role: 'resident',
      from: new Date(0),
    });
    const silent = { _id: new Types.ObjectId(mute.accountId) };
    const before = await accounts().findOne(silent);
    await accounts().updateOne(silent, { $unset: { phoneIndex: 1 } });

    expect(await head.gets('countSignIns')).toMatchObject({ none: ofTheSheet - 3 });
    const { slips, skipped } = await issues('none');
    expect(slips).toHaveLength(ofTheSheet - 3);
    expect(skipped).toEqual(
      expect.arrayContaining([
        { name: shared.name, reason: 'keptElsewhere' },
        { name: athome.name, reason: 'resident' },
        { name: mute.name, reason: 'noPhone' },
      ]),
    );
    for (const accountId of [kept.staff.accountId, own.staff.accountId])
      expect(await credentials().findOne({ _id: new Types.ObjectId(accountId) })).toBeNull();
    expect(await other.gets('countSignIns')).toEqual({ none: 1, oneTime: 0 });

    await Memberships(context()).deleteOne({ _id: home._id });
    await accounts().updateOne(silent, { $set: { phoneIndex: before?.phoneIndex } });
    await Memberships(context()).deleteOne({ _id: new Types.ObjectId(kept.staff.id) });
  });

  it('for the office itself by anybody but its head, and not at all by whoever only serves', async () => {
    await head.calls('createStaff', { body: { name: '郑科员', phone: '13900000006', role: 'office' } });
    await head.calls('createStaff', { body: { name: '李科员', phone: '13900000008', role: 'office' } });
    await credentials().deleteMany({ _id: { $ne: new Types.ObjectId(head.accountId) } });
    const { slips } = await issues('none');
    const slipFor = (name: string) => someSlip(slips.filter((one) => one.name === name));
    expect(slipFor('李科员').posts).toEqual([{ role: 'office', head: false, grids: [] }]);
    const clerk = await choosesOwn('13900000006', slipFor('郑科员').oneTimePassword, office.own);
    const made = await issues('oneTime', clerk);
    expect(made.skipped).toContainEqual({ name: '李科员', reason: 'headOnly' });
    expect((await tries(slipFor('李科员'))).status).toBe(201);

    const worker = someSlip(made.slips.filter(({ posts }) => posts[0]?.role === 'worker'));
    const inside = await choosesOwn(await phoneOf(worker.accountId), worker.oneTimePassword, office.own);
    expect((await inside.calls('countSignIns')).code).toBe('notAllowed');
    expect((await inside.calls('issuePasswords', { body: { which: 'none' } })).code).toBe('notAllowed');
  });
});
