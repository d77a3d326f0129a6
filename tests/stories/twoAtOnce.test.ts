import { uuidV7 } from '../../scripts/seed/uuidV7';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const count = (name: string, filter: object = {}) =>
  community.running.context.connection.collection(name).countDocuments(filter);

describe('two at once', () => {
  it('husband and wife, each on a phone of their own: one return each person, one party', async () => {
    const [husband, wife] = [await community.stranger('o-husband'), await community.stranger('o-wife')];
    const { items } = await husband.gets('listCommunities');
    const { items: doors } = await husband.gets('listDwellings', {
      query: { communityId: items[0]?.id, limit: 1 },
    });
    const people = ['林海', '周云', '林小舟'].map((name, i) => personOf(name, i, 900));
    const body = declarationOf({ dwellingId: doors[0]?.id, people });
    const [his, hers] = await Promise.all([
      husband.gets('declareReturn', { body }),
      wife.gets('declareReturn', { body }),
    ]);
    expect(hers.partyId).toBe(his.partyId);
    expect(hers.returns.map(({ id }) => id)).toEqual(his.returns.map(({ id }) => id));
    expect(await count('returns')).toBe(3);
    // Each sees this declaration, and nothing else, with the membership that came with it.
    const seen = await (await wife.refreshes()).gets('listReturns');
    expect(seen.items).toHaveLength(3);
  });

  it('a lost reply: the same key has the same effect, another body under it is refused', async () => {
    const resident = await community.signIn('resident', 3);
    const body = await familyOf(resident);
    const key = uuidV7();
    const answers = await Promise.all([1, 2, 3].map(() => resident.gets('declareReturn', { body, key })));
    expect(new Set(answers.map(({ partyId }) => partyId)).size).toBe(1);
    const other = await resident.calls('declareReturn', {
      body: { ...body, leftAt: '2026-11-22T02:00:00+08:00' },
      key,
    });
    expect(other.code).toBe('key.reused');
  });

  it('a lost reply is asked for again the next day: the reading has grown old, the declaration has not', async () => {
    const resident = await community.signIn('resident', 6);
    const { people, ...journey } = await familyOf(resident);
    const reading = {
      celsius: 36.5,
      method: 'ear' as const,
      takenAt: '2026-11-22T09:40:00+08:00',
      medicine: false,
    };
    const sent = {
      body: { ...journey, people: people.map((person) => ({ ...person, reading })) },
      key: uuidV7(),
    };
    const first = await resident.gets('declareReturn', sent);
    await community.timeIs('2026-11-23T10:00:00+08:00');
    const again = await resident.gets('declareReturn', sent);
    await community.timeIs('2026-11-22T10:30:00+08:00');
    expect(again.returns.map(({ id, version }) => [id, version])).toEqual(
      first.returns.map(({ id }) => [id, 1]),
    );
  });

  it('a worker taps twice, and a leader at the same time: one observation each, the loser is told who', async () => {
    const resident = await community.signIn('resident', 4);
    const [worker, leader] = [await community.signIn('worker', 4), await community.signIn('office')];
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const before = await count('observations');
    const confirmation = {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm' as const, seenVersion: 1, party: true, startEvent: leftArea },
    };
    const key = uuidV7();
    const answers = await Promise.all([
      worker.calls('verifyReturn', { ...confirmation, key }),
      worker.calls('verifyReturn', { ...confirmation, key }),
      leader.calls('verifyReturn', confirmation),
    ]);
    expect(await count('observations')).toBe(before + 3);
    const lost = answers.filter(({ code }) => code);
    for (const { code, problem } of lost) {
      expect(code).toBe('return.movedOn');
      expect(problem.params).toMatchObject({ state: 'verified', by: expect.stringMatching(/./) });
    }
    expect([1, 2]).toContain(lost.length);
  });

  it('a session is not the next in a row, and its cookie stays a cookie', async () => {
    const resident = await community.signIn('resident', 7);
    const [one, other] = [resident, await community.signIn('resident', 7)].map(
      ({ session }) => session.refreshToken?.split('.')[0] ?? '',
    );
    // Seconds, process and counter make an ordinary id; whoever has one could guess the next.
    expect(other?.slice(8, 18)).not.toBe(one?.slice(8, 18));

    const url = `${community.running.url}/api/sessions/refresh`;
    const json = { 'Content-Type': 'application/json' };
    const Cookie = `nuanlin_refresh=${resident.session.refreshToken}`;
    const answer = await fetch(url, { method: 'POST', body: '{}', headers: { ...json, Cookie } });
    expect(answer.headers.get('set-cookie')).toMatch(/nuanlin_refresh=.*httponly/i);
    expect(await answer.json()).not.toHaveProperty('refreshToken');
  });

  it('a refresh token repeated at once gets the same successor; an older one ends the session', async () => {
    const resident = await community.signIn('resident', 5);
    const [first, second] = [await resident.refreshes(), await resident.refreshes()];
    expect(second.session.refreshToken).toBe(first.session.refreshToken);
    await first.refreshes();
    const stolen = await resident.calls('refreshSession', {
      body: { refreshToken: resident.session.refreshToken },
    });
    expect(stolen.code).toBe('session.ended');
  });
});
