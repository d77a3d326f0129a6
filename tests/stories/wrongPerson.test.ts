import { bindings } from '../../api/app';
import { openPeople } from '../../api/roster';
import type { Caller, Operation } from '../kit/caller';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { aims, makeVictim } from '../kit/victims';

const community = startCommunity();

/** What the roster has of the head of a household, as the office would read it. */
async function inRoster(number: number) {
  const resident = await community.signIn('resident', number);
  const { household } = await resident.gets('getMe');
  const communityId = resident.session.account.memberships[0]?.communityId ?? '';
  const known = await openPeople(community.running.context, communityId, household?.id ?? '');
  const { name = '', document } = known.get(household?.people[0]?.residentId ?? '') ?? {};
  return {
    name,
    document: document as NonNullable<typeof document>,
    dwellingId: household?.dwellingId ?? '',
  };
}

const isRefused = ({ status }: { status: number }) => status === 403 || status === 404;

describe('the wrong person', () => {
  it('is refused on every operation, and sees nothing in any list', async () => {
    const victim = await makeVictim(community);
    const people: Record<string, Caller> = {
      stranger: await community.stranger('o-stranger'),
      neighbour: await community.signIn('resident', 2),
      otherWorker: await community.signIn('worker', 40),
      otherResident: await community.signIn('resident', 40),
    };
    const leaks: string[] = [];
    for (const { contract } of bindings) {
      const aim = aims[contract.operation];
      if (!aim)
        throw new Error(
          `${contract.operation} has no line in this story: say how the wrong person is refused`,
        );
      const sent = aim(victim);
      if (sent === 'open' || sent === 'own') continue;
      for (const [name, caller] of Object.entries(people)) {
        const answer = await caller.calls(contract.operation as Operation, sent as never);
        const { items, results } = answer.body as unknown as Partial<Record<'items' | 'results', unknown[]>>;
        const isHarmless =
          isRefused(answer) ||
          // In a batch each row answers for itself.
          (results as { status: number }[] | undefined)?.every(isRefused) ||
          (items &&
            !JSON.stringify(items).match(
              new RegExp(
                [
                  victim.returnId,
                  victim.observationId,
                  victim.accountId,
                  victim.moveId,
                  victim.teamId,
                  victim.residentId,
                  victim.correctionId,
                  victim.leavingId,
                ].join('|'),
              ),
            ));
        if (!isHarmless) leaks.push(`${name} ${contract.operation} ${answer.status}`);
      }
      const unsigned = await community.anybody.calls(contract.operation as Operation, sent as never);
      if (unsigned.status !== 401) leaks.push(`unsigned ${contract.operation} ${unsigned.status}`);
    }
    expect(leaks).toEqual([]);
  });

  it('is not told where a person is registered whose document it guesses', async () => {
    const resident = await community.signIn('resident', 5);
    const body = await familyOf(resident);
    await resident.gets('declareReturn', { body });
    const stranger = await community.stranger('o-guesser');
    const guessed = {
      ...body,
      people: body.people.slice(0, 1).map((person) => ({ ...person, name: '王试探' })),
    };
    const answer = await stranger.calls('declareReturn', { body: guessed });
    expect(answer.code).toBe('return.declaredElsewhere');
    expect(JSON.stringify(answer.problem)).not.toMatch(/residentId|household|1号楼/);
  });

  it('declares for somebody on duty, or for the family, and is not taken for that person', async () => {
    const household = (await (await community.signIn('resident', 6)).gets('getMe')).household;
    const declared = (name: string, source: 'desk' | 'family', n: number) =>
      declarationOf({ dwellingId: household?.dwellingId ?? '', source, people: [personOf(name, 0, n)] });
    const [atTheDesk, daughter] = [
      await community.signIn('worker', 20),
      await community.stranger('o-daughter'),
    ];
    const [name = '', mother = ''] = household?.people.map((person) => person.name) ?? [];
    const desk = declared(name, 'desk', 6000);
    const { returns: one } = await atTheDesk.gets('declareReturn', {
      body: { ...desk, householdId: household?.id },
    });
    const { returns: two } = await daughter.gets('declareReturn', { body: declared(mother, 'family', 6001) });
    const mothersDays = { params: { id: two[0]?.residentId ?? '' }, query: {} };
    expect((await (await daughter.refreshes()).gets('getCurve', mothersDays)).points).toEqual([]);
    const worker = await community.signIn('worker', 6);
    for (const id of [one[0]?.id ?? '', two[0]?.id ?? ''])
      await worker.gets('verifyReturn', {
        params: { id },
        body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
      });

    const membershipsOf = async (caller: Caller) =>
      (await caller.refreshes()).session.account.memberships.map(({ role, partyId }) => [role, partyId]);
    expect(await membershipsOf(atTheDesk)).toEqual([['worker', null]]);
    // The daughter goes on seeing what she declared, and nothing else of the household.
    expect(await membershipsOf(daughter)).toEqual([['resident', two[0]?.partyId]]);
    expect((await (await daughter.refreshes()).gets('getMe')).household).toBeNull();

    // Of the mother she sees the days as well, and what is measured between two windows; of the others at home nothing.
    const [mothers, others] = [two[0]?.residentId ?? '', one[0]?.residentId ?? ''];
    const extra = { ...readingAt(community.running.context.clock.now(), 36.6), occasion: 'extra' as const };
    const seen = await daughter.refreshes();
    const { reading } = await seen.gets('reportExtraReading', { params: { id: mothers }, body: extra });
    const { points } = await seen.gets('getCurve', mothersDays);
    expect(points.map(({ id }) => id)).toEqual([reading.id]);
    const report = { params: { id: others }, body: extra };
    expect((await seen.calls('reportExtraReading', report)).status).toBe(404);
    expect((await seen.calls('getCurve', { params: { id: others }, query: {} })).status).toBe(404);
  });

  it('is let into no household where somebody else says to be the same person', async () => {
    const owner = await community.signIn('resident', 7);
    const body = await familyOf(owner);
    const alone = { ...body, people: body.people.slice(0, 1) };
    const { returns } = await owner.gets('declareReturn', { body: alone });
    const impostor = await community.stranger('o-impostor');
    await impostor.gets('declareReturn', { body: alone });
    const worker = await community.signIn('worker', 7);
    await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 2, startEvent: leftArea },
    });
    const after = await impostor.refreshes();
    expect(after.session.account.memberships).toMatchObject([{ partyId: returns[0]?.partyId }]);
    expect((await after.gets('getMe')).household).toBeNull();
    expect((await owner.gets('getMe')).household?.people.length).toBeGreaterThan(1);
  });

  it('learns nothing from a document that the roster has under another name', async () => {
    const { name, document, dwellingId } = await inRoster(8);
    const stranger = await community.stranger('o-other-name');
    const person = { ...personOf('王试探', 0), document };
    const answer = await stranger.calls('declareReturn', {
      body: declarationOf({ dwellingId, people: [person] }),
    });
    expect(answer.problem).toMatchObject({
      code: 'return.declaredElsewhere',
      errors: [{ path: 'people.0.document.number', code: 'document.twice' }],
    });
    expect(JSON.stringify(answer.problem)).not.toContain(name);
  });
});
