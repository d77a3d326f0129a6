import type { Responsible } from '@shared/grids/contract';
import { Types } from 'mongoose';
import type { Caller } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { familyOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const collection = (name: string) => community.running.context.connection.collection(name);

/** A day of leave or illness. */
async function isAbsent(accountId: string, from = '2026-11-22T00:00:00+08:00'): Promise<void> {
  const account = new Types.ObjectId(accountId);
  const membership = await collection('memberships').findOne({ accountId: account });
  await collection('absences').insertOne({
    communityId: membership?.communityId,
    accountId: account,
    from: new Date(from),
    until: new Date('2026-11-23T00:00:00+08:00'),
    reason: 'leave',
  });
}

/** Who answers for the caller’s own door, once it is who it should be. */
async function answering(caller: Caller, name: string): Promise<Responsible> {
  const { household } = await caller.gets('getMe');
  return eventually(
    () => caller.gets('getResponsible', { params: { id: household?.dwellingId ?? '' } }),
    (answer) => answer.name === name,
  );
}

/** The reason as a screen shows it: the place, who was passed over, who it is. */
const reasonOf = ({ reason }: Responsible): string[] =>
  reason.map(({ code, params }) =>
    [code, params.post, params.patch ?? params.grid].filter(Boolean).join(' '),
  );

describe('who answers for a door of the estate', () => {
  it('is the worker of the building; when absent the deputy, then the leaders up to the top, and says why', async () => {
    const resident = await community.signIn('resident', 1);
    const grid = await collection('grids').findOne({ code: 'G1-1-1' });
    const deputy = await community.signIn('worker', 2);
    await collection('grids').updateOne(
      { _id: grid?._id },
      { $set: { deputyIds: [new Types.ObjectId(deputy.session.account.active ?? '')] } },
    );
    const worker = await answering(resident, '傅萱芳');
    expect(worker).toMatchObject({ phone: '19971375506', grid: { name: '1号楼' } });
    expect(reasonOf(worker)).toEqual(['place 1号楼', 'found primary 1号楼']);

    await isAbsent(worker.account ?? '');
    const next = await answering(resident, '高子');
    expect(next).toMatchObject({ account: deputy.accountId, phone: '19921683575' });
    expect(reasonOf(next)).toEqual(['place 1号楼', 'absent primary 1号楼', 'found deputy 1号楼']);

    await isAbsent(deputy.accountId);
    const leader = await answering(resident, '冯丽宁');
    expect(leader.grid?.name).toBe('1-4号楼网格');
    expect(reasonOf(leader).at(-1)).toBe('found leader 1-4号楼网格');

    await isAbsent(leader.account ?? '');
    const above = await answering(resident, '邓明远');
    await isAbsent(above.account ?? '');
    const top = await answering(resident, '孙嘉雨');
    expect(reasonOf(top)).toEqual([
      'place 1号楼',
      'absent primary 1号楼',
      'absent deputy 1号楼',
      'absent leader 1-4号楼网格',
      'absent leader 南区综合网格',
      'found leader 城南社区',
    ]);

    // He is also the duty officer: with everybody absent the duty telephone is what remains.
    await isAbsent(top.account ?? '');
    const duty = await eventually(
      () => answering(resident, '孙嘉雨'),
      (answer) => reasonOf(answer).at(-1) === 'found duty',
    );
    expect(duty).toMatchObject({ account: top.account, phone: '19929649807', grid: null });
    expect(reasonOf(duty).slice(-2)).toEqual(['absent leader 城南社区', 'found duty']);
  });

  it('work that was declared before follows whoever answers now, and is itself not rewritten', async () => {
    const [resident, worker] = [await community.signIn('resident', 5), await community.signIn('worker', 5)];
    const leader = await community.signIn('leader', 5);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const params = { id: returns[0]?.id ?? '' };
    const stored = await collection('returns').findOne({ _id: new Types.ObjectId(params.id) });
    const isMine = async (caller: Caller) => {
      const { items } = await caller.gets('getWorklist');
      return items.find(({ id }) => id === params.id)?.mine;
    };
    const leaderName = '杨志';
    expect([await isMine(worker), await isMine(leader)]).toEqual([true, false]);

    // Ill from eleven o’clock on.
    await isAbsent(worker.accountId, '2026-11-22T11:00:00+08:00');
    await community.timeIs('2026-11-22T11:00:00+08:00');
    const during = await eventually(
      () => resident.gets('getReturn', { params }),
      ({ responsible }) => responsible.name === leaderName,
    );
    expect(reasonOf(during.responsible)).toEqual([
      'place 5号楼',
      'absent primary 5号楼',
      'found leader 5-8号楼网格',
    ]);
    expect([await isMine(worker), await isMine(leader)]).toEqual([false, true]);
    expect(await collection('returns').findOne({ _id: stored?._id })).toEqual(stored);

    // Back at work: midnight ends the absence, nobody has to remember it.
    await community.timeIs('2026-11-22T23:50:00+08:00');
    expect((await resident.gets('getReturn', { params })).responsible.name).toBe(leaderName);
    await community.timeIs('2026-11-23T00:00:00+08:00');
    const after = await resident.gets('getReturn', { params });
    expect(after.responsible).toMatchObject({ name: '宋斌梓', account: worker.accountId });
    expect(reasonOf(after.responsible)).toEqual(['place 5号楼', 'found primary 5号楼']);
    expect(after.version).toBe(1);
  });
});

describe('who answers for a door in a patch', () => {
  it('is the patch worker, then the worker of the building, the leaders, and at last the duty telephone', async () => {
    await community.timeIs('2026-11-22T10:30:00+08:00');
    const resident = await community.signIn('resident', 42);
    const chain = ['包片员甲', '东苑网格员丙', '东苑小区长', '东苑网格长'];
    for (const name of chain) {
      const answer = await answering(resident, name);
      expect(reasonOf(answer)).toHaveLength(2 + chain.indexOf(name));
      await isAbsent(answer.account ?? '');
    }
    const duty = await answering(resident, '东苑值班室');
    expect(duty).toMatchObject({ phone: '02900000222', grid: null });
    expect(duty.account).toBeUndefined();
    expect(reasonOf(duty)).toEqual([
      'place 3号楼',
      'absent patch 1单元',
      'absent primary 3号楼',
      'absent leader 东苑小区',
      'absent leader 东苑社区',
      'found duty',
    ]);
    // A declaration of this hour has a name and a number to call all the same.
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    expect(returns[0]?.responsible).toMatchObject({ name: '东苑值班室', phone: '02900000222' });
  });
});

describe('somebody who left the service', () => {
  it('is passed over like an absent one, from the day the membership ends', async () => {
    await community.timeIs('2026-11-22T10:30:00+08:00');
    const resident = await community.signIn('resident', 9);
    const worker = await answering(resident, '周玉');
    const until = new Date('2026-11-22T18:00:00+08:00');
    await collection('memberships').updateOne(
      { accountId: new Types.ObjectId(worker.account ?? '') },
      { $set: { until }, $inc: { rightsVersion: 1 } },
    );
    await community.timeIs('2026-11-22T17:50:00+08:00');
    await answering(resident, '周玉');
    await community.timeIs('2026-11-22T18:00:00+08:00');
    const next = await answering(resident, '朱华秀');
    expect(reasonOf(next)).toEqual(['place 9号楼', 'absent primary 9号楼', 'found leader 9-12号楼网格']);
  });
});
