import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { type Caller, callerOf } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { homeOf, mandateOf, signInFrom } from '../kit/mandates';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const collection = (name: string) => community.running.context.connection.collection(name);
const until = '2026-12-20T00:00:00+08:00';

const told = (caller: Caller, code: string): Promise<number> =>
  collection('messages').countDocuments({ accountId: new Types.ObjectId(caller.accountId), code });

const activeOf = async (staff: Caller, householdId: string) =>
  (await staff.gets('listMandates', { params: { id: householdId } })).items.filter(
    ({ isActive }) => isActive,
  );

const movedOut = (staff: Caller, residentId: string, key = uuidV7()) =>
  staff.gets('proposeCorrection', { key, body: { kind: 'movedOut', residentId } });

describe('whoever gave it does not live there any more', () => {
  const first = { householdId: '', spouseId: '' };
  it('ends with moving out, at once and told; what the others gave goes on', async () => {
    const parents = await community.signIn('resident', 1);
    const worker = await community.signIn('worker', 1);
    const home = await homeOf(parents);
    const spouse = home.people.find(({ isMe }) => !isMe)?.residentId ?? '';
    Object.assign(first, { householdId: home.id, spouseId: spouse });
    await parents.gets('createMandate', { body: await mandateOf(parents, '19966610001') });
    const ofSpouse = await mandateOf(parents, '19966610002', { attestedBy: spouse, how: 'phone' });
    await worker.gets('createMandate', { body: ofSpouse });
    const [daughter, neighbour] = [
      await signInFrom(community, '19966610001'),
      await signInFrom(community, '19966610002'),
    ];
    await daughter.gets('listReturns');
    const key = uuidV7();
    await movedOut(worker, home.me, key);
    await eventually(
      async () => (await daughter.calls('listReturns')).code,
      (code) => code === 'session.stale',
    );
    expect((await daughter.refreshes()).session.account.memberships).toEqual([]);
    expect(await told(daughter, 'mandate.ended')).toBe(1);
    expect((await neighbour.calls('listReturns')).status).toBe(200);
    expect((await activeOf(worker, home.id)).map(({ attestedBy }) => attestedBy)).toEqual([spouse]);
    // The same tap again tells nobody twice; whoever has left says nothing for the household any more.
    await movedOut(worker, home.me, key);
    expect(await told(daughter, 'mandate.ended')).toBe(1);
    const again = await worker.calls('createMandate', {
      body: { ...ofSpouse, attestedBy: home.me, phone: '19966610001' },
    });
    expect(again.problem.errors).toEqual([{ path: 'attestedBy', code: 'choice' }]);
  });

  it('ends when the worker accepts what the building head said, not before', async () => {
    const [head, worker] = [await community.signIn('buildingHead'), await community.signIn('worker', 1)];
    // What the spouse of the first household gave is still there.
    const [given] = await activeOf(worker, first.householdId);
    expect(given?.attestedBy).toBe(first.spouseId);
    const said = await movedOut(head, first.spouseId);
    expect(await activeOf(worker, first.householdId)).toHaveLength(1);
    await worker.gets('actOnCorrection', {
      params: { id: said.id, action: 'accept' },
      body: { seenVersion: said.version },
    });
    expect(await activeOf(worker, first.householdId)).toEqual([]);
    const doc = await collection('mandates').findOne({ _id: new Types.ObjectId(given?.id) });
    expect(String(doc?.ended.accountId)).toBe(worker.accountId);
  });

  it('what a member held for the household goes with the member', async () => {
    const parents = await community.signIn('resident', 3);
    const worker = await community.signIn('worker', 3);
    const home = await homeOf(parents);
    const account = await collection('accounts').findOne({ _id: new Types.ObjectId(parents.accountId) });
    expect(account?.phoneIndex).toBeDefined();
    const spouse = home.people.find(({ isMe }) => !isMe)?.residentId ?? '';
    const own = '19966610004';
    // The head of the household is reached by a telephone that also holds a mandate of the spouse.
    const body = await mandateOf(parents, own, { attestedBy: spouse, how: 'door' });
    const { id } = await worker.gets('createMandate', { body });
    await collection('mandates').updateOne(
      { _id: new Types.ObjectId(id) },
      { $set: { accountId: new Types.ObjectId(parents.accountId) } },
    );
    await movedOut(worker, home.me);
    expect(await activeOf(worker, home.id)).toEqual([]);
  });

  it('stays with the household where only one of two moves to another door', async () => {
    const parents = await community.signIn('resident', 4);
    const worker = await community.signIn('worker', 4);
    const home = await homeOf(parents);
    const spouse = home.people.find(({ isMe }) => !isMe)?.residentId ?? '';
    await worker.gets('createMandate', {
      body: await mandateOf(parents, '19966610005', { attestedBy: spouse, how: 'paper' }),
    });
    await parents.gets('createMandate', { body: await mandateOf(parents, '19966610006') });
    await worker.gets('proposeCorrection', {
      body: { kind: 'split', householdId: home.id, residentIds: [spouse] },
    });
    expect((await activeOf(worker, home.id)).map(({ attestedBy }) => attestedBy)).toEqual([home.me]);
  });
});

describe('one human with two accounts', () => {
  /** A telephone of the roster that has become a worker’s, with a WeChat account of its own before. */
  it('a mandate follows its holder into the account that stays; of two for one household the newer counts', async () => {
    const [one, two] = [await community.signIn('resident', 5), await community.signIn('resident', 6)];
    const office = await community.signIn('office');
    const phone = '19966610009';
    const { staff, oneTimePassword } = await office.gets('createStaff', {
      body: { name: '钱两号', phone, role: 'health' },
    });
    const login = { login: phone, password: oneTimePassword ?? '' };
    const first = callerOf(
      community.running.url,
      await community.anybody.gets('createPasswordSession', { body: login }),
    );
    const password = '六一零九 号的门一直开着呢';
    await first.gets('changePassword', { body: { current: login.password, next: password } });
    // The account of the telephone holds one for the first household …
    await one.gets('createMandate', { body: await mandateOf(one, phone) });
    // … and the WeChat account a newer one for it, and one for the second.
    const wechat = await community.stranger('o-two-accounts');
    const _id = new Types.ObjectId(wechat.accountId);
    for (const parents of [one, two]) {
      const { id } = await parents.gets('createMandate', { body: await mandateOf(parents, '19966610008') });
      const held = { $set: { accountId: _id } };
      const mandate = await collection('mandates').findOneAndUpdate({ _id: new Types.ObjectId(id) }, held);
      await collection('memberships').updateOne({ _id: mandate?.membershipId }, held);
    }
    const { code } = await office.gets('createStaffInvitation', { params: { id: staff.id } });
    const joined = await (await wechat.refreshes()).gets('bindWechat', {
      body: { login: phone, password, code },
    });
    const homes = [(await homeOf(one)).id, (await homeOf(two)).id];
    const held = joined.account.memberships.filter(({ mandate }) => mandate);
    expect(held.map(({ householdId }) => householdId)).toEqual(homes);
    expect(joined.account.active).toBe(staff.id);
    // Each household sees the telephone that may act for it now, and takes it back from that account.
    for (const [i, parents] of [one, two].entries()) {
      const active = await activeOf(parents, homes[i] ?? '');
      expect(active.map((mandate) => [mandate.phone, mandate.until])).toEqual([
        ['199****0009', new Date(until).toISOString()],
      ]);
      await parents.gets('endMandate', { params: { id: active[0]?.id ?? '' } });
    }
    const after = callerOf(community.running.url, joined);
    expect((await after.refreshes()).session.account.memberships.map(({ role }) => role)).toEqual(['health']);
  });
});
