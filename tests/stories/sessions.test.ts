import { Types } from 'mongoose';
import { callerOf } from '../kit/caller';
import { declarationOf, personOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const sessions = () => community.running.context.connection.collection('sessions');
const refresh = (refreshToken: string | undefined) =>
  community.anybody.calls('refreshSession', { body: { refreshToken } });

describe('a refresh token', () => {
  it('is used once: two at once get the same successor, somebody who comes later ends the whole family', async () => {
    const { session } = await community.signIn('worker', 3);
    const tabs = await Promise.all(Array.from({ length: 5 }, () => refresh(session.refreshToken)));
    expect(new Set(tabs.map(({ status, body }) => `${status} ${body.refreshToken}`)).size).toBe(1);
    const newest = tabs[0]?.body.refreshToken;
    const _id = new Types.ObjectId(newest?.split('.')[0]);
    await sessions().updateOne({ _id }, { $set: { rotatedAt: new Date(Date.now() - 31_000) } });
    expect((await refresh(session.refreshToken)).code).toBe('session.ended');
    // Whoever of the two was the thief: neither goes on.
    expect((await refresh(newest)).code).toBe('session.ended');
    expect(await sessions().countDocuments({ _id })).toBe(0);
  });

  it('in a browser is a cookie no script reads and no other page sends, and no answer shows it', async () => {
    const answer = await fetch(`${community.running.url}/api/sessions/demo`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Client': 'h5' },
      body: JSON.stringify({ role: 'worker', number: 4 }),
    });
    expect(await answer.json()).not.toHaveProperty('refreshToken');
    const cookie = answer.headers.get('set-cookie') ?? '';
    for (const part of ['httponly', 'samesite=strict', 'path=/api/sessions'])
      expect(cookie.toLowerCase()).toContain(part);
    // A second tab brings the same cookie; leaving the header out does not get the token into the answer.
    const again = () =>
      fetch(`${community.running.url}/api/sessions/refresh`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: cookie.split(';')[0] ?? '' },
        body: '{}',
      });
    const tabs = await Promise.all([again(), again()]);
    const cookies = tabs.map((tab) => tab.headers.get('set-cookie')?.split(';')[0]);
    expect([tabs.map(({ status }) => status), new Set(cookies).size]).toEqual([[200, 200], 1]);
    expect(await tabs[0]?.json()).not.toHaveProperty('refreshToken');
  });

  it('is renewed thirty times a minute and no more; the session lives on, and nobody else waits', async () => {
    let token = (await community.signIn('worker', 5)).session.refreshToken;
    for (let i = 0; i < 30; i += 1) token = (await refresh(token)).body.refreshToken;
    const refused = await refresh(token);
    expect([refused.code, Number(refused.headers.get('Retry-After'))]).toEqual([
      'tooManyRequests',
      expect.any(Number),
    ]);
    expect((await refresh((await community.signIn('worker', 5)).session.refreshToken)).status).toBe(200);
    expect(await sessions().countDocuments({ _id: new Types.ObjectId(token?.split('.')[0]) })).toBe(1);
  });
});

describe('guessing', () => {
  const tries = (login: string, password: string) =>
    community.anybody.calls('createPasswordSession', { body: { login, password } });

  it('an unknown login and a wrong password are one answer in the same time', async () => {
    const office = await community.signIn('office');
    const { items } = await office.gets('listStaff', { query: { role: 'worker' } });
    await office.gets('resetPassword', { params: { id: items[5]?.id ?? '' } });
    const { context } = community.running;
    const known = await context.connection.collection('credentials').findOne({});
    const { openStaffNames } = await import('../../api/accounts');
    const id = known?._id as Types.ObjectId;
    const phone = (await openStaffNames(context, [id])).get(String(id))?.phone ?? '';
    const timed = async (login: string) => {
      const begun = performance.now();
      const { status, code, problem } = await tries(login, 'a password of nobody');
      return { ms: performance.now() - begun, said: [status, code, problem.title] };
    };
    await timed('13700000000');
    const [a, b]: [number[], number[]] = [[], []];
    for (let i = 0; i < 8; i += 1) {
      const [wrong, unknown] = [await timed(phone), await timed(`1370000000${i}`)];
      expect(wrong.said).toEqual(unknown.said);
      a.push(wrong.ms);
      b.push(unknown.ms);
    }
    const middle = (all: number[]) => [...all].sort((x, y) => x - y)[4] ?? 0;
    // Hashing takes some 15 ms: without it the unknown would be answered in two.
    expect(middle(b)).toBeGreaterThan(middle(a) / 3);
    expect(middle(a)).toBeGreaterThan(middle(b) / 3);
  });

  it('of one login stops after ten tries, in every process; another login does not notice', async () => {
    const codes = [];
    for (let i = 0; i < 12; i += 1) codes.push((await tries('13711111111', `guess number ${i}`)).code);
    expect(codes).toEqual([...Array(10).fill('password.wrong'), 'tooManyRequests', 'tooManyRequests']);
    expect((await tries('13722222222', 'guess')).code).toBe('password.wrong');
  });

  it('a code of WeChat is not passed on again and again', async () => {
    const codes = [];
    for (let i = 0; i < 7; i += 1)
      codes.push(
        (await community.anybody.calls('createWechatSession', { body: { code: 'the same junk' } })).code,
      );
    expect(codes.slice(5)).toEqual(['tooManyRequests', 'tooManyRequests']);
  });
});

it('an account declares forty times a day, and no more', async () => {
  const stranger = await community.stranger('o-declares');
  const { items } = await stranger.gets('listCommunities');
  const body = (n: number) =>
    declarationOf({
      communityId: items[0]?.id,
      address: { estate: '', building: '99', unit: '1', floor: '1', room: String(100 + n) },
      people: [personOf('赵小红', 0, n)],
    } as never);
  await Promise.all(
    Array.from({ length: 40 }, () => community.running.context.limits.strict('declare', stranger.accountId)),
  );
  expect((await stranger.calls('declareReturn', { body: body(1) })).code).toBe('tooManyRequests');
  const other = callerOf(community.running.url, (await community.stranger('o-other')).session);
  expect((await other.calls('declareReturn', { body: body(2) })).status).toBe(201);
});
