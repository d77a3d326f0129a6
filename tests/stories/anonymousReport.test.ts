import { request } from 'node:http';
import { contracts } from '@shared/contracts';
import { mostAdditions } from '@shared/requests/anonymousContract';
import { receiptSigns } from '@shared/requests/receipt';
import { Types } from 'mongoose';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { actingOnCase, caseSeenBy, saidOf } from '../kit/cases';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = actingOnCase(community);
const connection = () => community.running.context.connection;

const addition = { at: new Date(), action: 'add', from: 'raised', to: 'raised', by: null };

/** Everything that is kept anywhere, as text. */
async function everything(): Promise<string> {
  const names = (await connection().db?.listCollections().toArray()) ?? [];
  const kept = await Promise.all(
    names.map(async ({ name }) => [name, await connection().collection(name).find({}).toArray()]),
  );
  return JSON.stringify(kept);
}

describe('something that nobody signs', () => {
  let office: Caller;
  let communityId: string;
  beforeAll(async () => {
    office = await community.signIn('office');
    communityId = office.session.account.memberships[0]?.communityId ?? '';
  });
  const body = () => ({ communityId, kind: 'complaint' as const, details: saidOf.complaint });

  it('reaches the office, and comes back to whoever has the code', async () => {
    const { receiptCode, report } = await community.anybody.gets('reportAnonymously', { body: body() });
    expect(receiptCode).toMatch(/^[2-9A-HJ-NP-Z]{16}$/);
    expect(report).toMatchObject({ kind: 'complaint', state: 'raised', outcome: null, answer: null });
    const { items } = await office.gets('getWorklist', { query: { limit: 100 } });
    const item = items.find(({ title }) => title.code === 'complaint.raised');
    expect(item).toMatchObject({
      door: '',
      mine: true,
      title: { params: { surname: '', isAnonymous: true } },
    });
    const id = item?.id ?? '';
    expect(await caseSeenBy(office, id)).toMatchObject({
      ...{ isAnonymous: true, householdId: null, residentId: null, name: '', caller: null },
      ...{ details: saidOf.complaint, channel: null },
      steps: [{ action: 'raise', by: null }],
    });
    const phone = await office.gets('revealRequestPhone', {
      params: { id },
      body: { field: 'phone', reason: 'call' },
    });
    expect(phone.value).toBeNull();
    await act(office, id, 'acknowledge');
    await act(office, id, 'handle', { step: 'visit', result: 'seen' });
    await act(office, id, 'close', { outcome: 'putRight', text: '明天起每天两次' });
    // As somebody types it from a piece of paper.
    const typed = ` ${receiptCode.toLowerCase().replace(/(.{4})/g, '$1-')} `;
    const back = await community.anybody.gets('getAnonymousReport', {
      body: { communityId, receiptCode: typed },
    });
    expect(back).toMatchObject({
      state: 'closed',
      outcome: 'putRight',
      answer: '明天起每天两次',
      dueAt: null,
    });
    expect(Object.keys(back)).not.toContain('id');
  });

  it('leaves no account behind, not even of somebody who is signed in', async () => {
    const resident = await community.signIn('resident', 7);
    const before = (await everything()).split(resident.accountId).length;
    const { receiptCode } = await resident.gets('reportAnonymously', { body: body() });
    await resident.gets('getAnonymousReport', { body: { communityId, receiptCode } });
    const after = await everything();
    expect(after.split(resident.accountId).length).toBe(before);
    expect(after).not.toContain(receiptCode);
    expect(after).not.toContain(saidOf.complaint.what as string);
    const { items } = await resident.gets('listRequests', { query: { life: 'case', limit: 100 } });
    expect(items).toEqual([]);
    expect((await resident.gets('listNotices')).items).toEqual([]);
  });

  it('is kept once, and answers with the same code, however often it is sent', async () => {
    const key = uuidV7();
    const answers = await Promise.all([
      community.anybody.gets('reportAnonymously', { body: body(), key }),
      community.anybody.gets('reportAnonymously', { body: body(), key }),
    ]);
    expect(answers[0].receiptCode).toBe(answers[1].receiptCode);
    const other = { ...body(), details: { ...saidOf.complaint, what: '别的事' } };
    expect((await community.anybody.calls('reportAnonymously', { body: other, key })).code).toBe(
      'key.reused',
    );
  });

  it('is added to by its code: staff read it and are told, and what is closed is opened again', async () => {
    const { anybody } = community;
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const { receiptCode } = await anybody.gets('reportAnonymously', { body: body() });
    const { items } = await office.gets('listRequests', { query: { life: 'case', limit: 1 } });
    const id = items[0]?.id ?? '';
    const added = (text: string, key = uuidV7()) =>
      anybody.calls('addToAnonymousReport', { body: { communityId, receiptCode, text }, key });
    const heard = async () => {
      const { items: notices } = await office.gets('listNotices');
      return notices.filter(({ about, code }) => about?.id === id && code === 'case.add').length;
    };
    const key = uuidV7();
    const first = await added('昨天又涨了', key);
    expect([first.status, first.body]).toEqual([
      201,
      expect.objectContaining({ state: 'raised', mayAdd: true }),
    ]);
    expect(first.body.addedAt).toHaveLength(1);
    // Sent again it is one; other words under the same key are refused.
    expect((await added('昨天又涨了', key)).body.addedAt).toHaveLength(1);
    expect((await added('别的话', key)).code).toBe('key.reused');
    expect(await heard()).toBe(1);
    const { steps } = await caseSeenBy(office, id);
    expect(steps.at(-1)).toMatchObject({ action: 'add', by: null, text: '昨天又涨了' });
    const kept = await everything();
    expect(kept).not.toContain('昨天又涨了');

    await act(office, id, 'acknowledge');
    await act(office, id, 'handle', { step: 'visit', result: 'seen' });
    await act(office, id, 'close', { outcome: 'notSo', text: '查了没有涨' });
    await community.timeIs('2026-11-25T10:00:00+08:00');
    const again = await added('我有小票');
    expect(again.body).toMatchObject({
      ...{ state: 'raised', outcome: null, answer: null },
      ...{ acknowledgedAt: null, handledAt: null, closedAt: null },
    });
    expect(await heard()).toBe(2);
    expect(await caseSeenBy(office, id)).toMatchObject({ state: 'raised', responsible: expect.anything() });
    await act(office, id, 'acknowledge');
    await act(office, id, 'handle', { step: 'visit', result: 'seen' });
    await act(office, id, 'close', { outcome: 'putRight' });
    await community.timeIs('2026-12-02T10:00:01+08:00');
    const late = await added('还有');
    expect(late.code).toBe('request.tooLate');
  });

  it('is added to twenty times, by its code alone, and by no account', async () => {
    const { anybody } = community;
    const { receiptCode } = await anybody.gets('reportAnonymously', { body: body() });
    const { items } = await office.gets('listRequests', { query: { life: 'case', limit: 1 } });
    const id = items[0]?.id ?? '';
    expect((await act(office, id, 'add', { text: '补一句' })).code).toBe('notAllowed');
    await connection()
      .collection('requests')
      .updateOne(
        { _id: new Types.ObjectId(id) },
        { $push: { history: { $each: Array.from({ length: mostAdditions }, () => addition) } } as never },
      );
    const add = (changes: object) =>
      anybody.calls('addToAnonymousReport', {
        body: { communityId, receiptCode, text: '补一句', ...changes },
      });
    expect((await add({})).code).toBe('request.full');
    const look = await anybody.gets('getAnonymousReport', { body: { communityId, receiptCode } });
    expect(look).toMatchObject({ state: 'raised', mayAdd: false });
    const guessed = `${receiptCode.slice(0, -1)}${receiptCode.endsWith('A') ? 'B' : 'A'}`;
    expect((await add({ receiptCode: guessed })).status).toBe(404);
    expect((await add({ text: ' ' })).code).toBe('input.invalid');
  });

  it('says what is missing, and nothing to a code that is none or of another community', async () => {
    const { anybody } = community;
    const empty = await anybody.calls('reportAnonymously', {
      body: { ...body(), details: { about: 'price' } },
    });
    expect(empty.problem.errors).toEqual([{ path: 'details.what', code: 'required' }]);
    const nowhere = await anybody.calls('reportAnonymously', {
      body: { ...body(), communityId: 'f'.repeat(24) },
    });
    expect(nowhere.status).toBe(404);
    const { receiptCode } = await anybody.gets('reportAnonymously', { body: body() });
    const { items } = await anybody.gets('listCommunities');
    const elsewhere = items.find(({ id }) => id !== communityId)?.id ?? '';
    const look = (communityId: string, code: string) =>
      anybody.calls('getAnonymousReport', { body: { communityId, receiptCode: code } });
    const guessed = `${receiptCode.slice(0, -1)}${receiptCode.endsWith('A') ? 'B' : 'A'}`;
    expect([
      (await look(elsewhere, receiptCode)).status,
      (await look(communityId, guessed)).status,
      (await look(communityId, 'short')).status,
    ]).toEqual([404, 404, 422]);
  });
  it('is not found by trying codes: one address is refused after some, and its neighbours are not', async () => {
    const { receiptCode } = await community.anybody.gets('reportAnonymously', { body: body() });
    const guess = (n: number) => `${receiptCode.slice(0, -2)}${receiptSigns[n % 32]}${receiptSigns[n >> 5]}`;
    const answers: number[] = [];
    for (let n = 0; n < 50; n += 1) {
      const asked = { communityId, receiptCode: guess(n) };
      answers.push((await community.anybody.calls('getAnonymousReport', { body: asked })).status);
    }
    // Each a code of its own; what other stories asked from here counts as well.
    expect(answers.filter((status) => status === 404).length).toBeLessThanOrEqual(30);
    const refused = await community.anybody.calls('getAnonymousReport', {
      body: { communityId, receiptCode },
    });
    expect([refused.code, Number(refused.headers.get('retry-after')) > 0]).toEqual(['tooManyRequests', true]);
    // What else is open to anybody goes on, and so does whoever asks from elsewhere.
    expect((await community.anybody.calls('listCommunities')).status).toBe(200);
    expect(await askedFrom('127.0.0.2', { communityId, receiptCode })).toBe(200);
  });

  it('lists communities to anybody, but not without end to one address', async () => {
    const answers = await Promise.all(
      Array.from({ length: 310 }, async () => (await community.anybody.calls('listCommunities')).status),
    );
    expect(new Set(answers)).toEqual(new Set([200, 429]));
  });
});

/** Asks how something stands from another address of this machine. */
function askedFrom(localAddress: string, body: object): Promise<number | undefined> {
  const { method, path } = contracts.getAnonymousReport;
  const headers = { 'Content-Type': 'application/json', 'X-Client': 'weapp', 'Idempotency-Key': uuidV7() };
  return new Promise((resolve, reject) => {
    request(`${community.running.url}${path}`, { method, headers, localAddress }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end(JSON.stringify(body));
  });
}
