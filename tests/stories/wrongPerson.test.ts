import { bindings } from '../../api/app';
import type { Caller, Operation } from '../kit/caller';
import { familyOf, leftArea } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

interface Victim {
  returnId: string;
  observationId: string;
  dwellingId: string;
  householdId: string;
  communityId: string;
  importId: string;
}

/** How each operation is aimed at somebody else's thing; a list answers with nothing of the victim's. */
type Aim = (
  victim: Victim,
) => { params?: object; query?: object; body?: object; file?: object } | 'open' | 'own';
const aims: Record<string, Aim> = {
  createDemoSession: () => 'open',
  createWechatSession: () => 'open',
  refreshSession: () => 'open',
  endSession: () => 'own',
  switchMembership: (v) => ({ body: { membershipId: v.householdId } }),
  listCommunities: () => 'own',
  getMe: () => 'own',
  // Doors carry no names; choosing one is how a stranger declares.
  listBuildings: () => 'own',
  listDwellings: () => 'own',
  getHousehold: (v) => ({ params: { id: v.householdId } }),
  getResponsible: (v) => ({ params: { id: v.dwellingId } }),
  listGrids: () => ({}),
  importRoster: () => ({ file: { name: 'roster.xlsx', bytes: Buffer.from('x') } }),
  getImport: (v) => ({ params: { id: v.importId } }),
  readRefusedRows: (v) => ({ params: { id: v.importId } }),
  listSlots: (v) => ({ query: { observationId: v.observationId } }),
  listObservations: (v) => ({ query: { householdId: v.householdId } }),
  getObservation: (v) => ({ params: { id: v.observationId } }),
  declareReturn: () => 'own',
  listReturns: (v) => ({ query: { householdId: v.householdId } }),
  getReturn: (v) => ({ params: { id: v.returnId } }),
  updateReturn: (v) => ({ params: { id: v.returnId }, body: { seenVersion: 2, symptoms: [] } }),
  verifyReturn: (v) => ({
    params: { id: v.returnId },
    body: { decision: 'reject', seenVersion: 2, reason: 'x' },
  }),
  withdrawReturn: (v) => ({ params: { id: v.returnId }, body: { seenVersion: 2 } }),
  revealReturnField: (v) => ({ params: { id: v.returnId }, body: { field: 'phone', reason: 'call' } }),
  getWorklist: () => ({}),
};

async function makeVictim(): Promise<Victim> {
  const resident = await community.signIn('resident', 1);
  const worker = await community.signIn('worker', 1);
  const me = await resident.gets('getMe');
  const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
  const verified = await worker.gets('verifyReturn', {
    params: { id: returns[0]?.id ?? '' },
    body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
  });
  const imported = await community.running.context.connection.collection('rosterImports').findOne({});
  return {
    returnId: returns[0]?.id ?? '',
    observationId: verified.returns[0]?.observation?.id ?? '',
    dwellingId: me.household?.dwellingId ?? '',
    householdId: me.household?.id ?? '',
    communityId: me.community?.id ?? '',
    importId: String(imported?._id),
  };
}

describe('the wrong person', () => {
  it('is refused on every operation, and sees nothing in any list', async () => {
    const victim = await makeVictim();
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
        const items = (answer.body as unknown as { items?: unknown[] }).items;
        const isHarmless =
          answer.status === 403 ||
          answer.status === 404 ||
          (items && !JSON.stringify(items).match(new RegExp(`${victim.returnId}|${victim.observationId}`)));
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
});
