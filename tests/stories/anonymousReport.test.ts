import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { actingOnCase, caseSeenBy, saidOf } from '../kit/cases';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = actingOnCase(community);
const connection = () => community.running.context.connection;

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
    expect(item).toMatchObject({ door: '', mine: true, title: { params: { surname: '' } } });
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
});
