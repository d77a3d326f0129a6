import { bindings } from '../../api/app';
import { openPeople } from '../../api/roster';
import type { Caller, Operation } from '../kit/caller';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

interface Victim {
  returnId: string;
  observationId: string;
  dwellingId: string;
  householdId: string;
  residentId: string;
  correctionId: string;
  communityId: string;
  importId: string;
  membershipId: string;
  mandateId: string;
  gridId: string;
  moveId: string;
  accountId: string;
  workerId: string;
  absenceId: string;
  staffId: string;
  leavingId: string;
}

const grid = {
  ...{ name: '新网格', level: 'building' as const, scope: [], patches: [], deputyIds: [] },
  ...{ leaderId: null, primaryId: null },
};
const day = {
  from: '2026-11-23T08:00:00+08:00',
  until: '2026-11-24T08:00:00+08:00',
  reason: 'leave' as const,
};

/** How each operation is aimed at somebody else's thing; a list answers with nothing of the victim's. */
type Aim = (
  victim: Victim,
) => { params?: object; query?: object; body?: object; file?: object } | 'open' | 'own';
const aims: Record<string, Aim> = {
  createDemoSession: () => 'open',
  createWechatSession: () => 'open',
  requestSignInCode: () => 'open',
  createCodeSession: () => 'open',
  listDemoMessages: () => 'open',
  moveDemoClock: () => 'open',
  refreshSession: () => 'open',
  endSession: () => 'own',
  switchMembership: (v) => ({ body: { membershipId: v.householdId } }),
  listCommunities: () => 'own',
  getMe: () => 'own',
  // Doors carry no names; choosing one is how a stranger declares.
  createPasswordSession: () => 'open',
  changePassword: () => 'own',
  bindWechat: () => 'own',
  resetPassword: (v) => ({ params: { id: v.staffId } }),
  createStaffInvitation: (v) => ({ params: { id: v.staffId } }),
  listStaff: () => ({}),
  createStaff: () => ({ body: { name: '王试探', phone: '19912340099', role: 'health' } }),
  updateMembership: (v) => ({ params: { id: v.staffId }, body: { seenVersion: 1 } }),
  endMembership: (v) => ({ params: { id: v.staffId }, body: { seenVersion: 1, reason: 'left' } }),
  listBuildings: () => 'own',
  listDwellings: () => 'own',
  setContact: (v) => ({
    params: { id: v.householdId },
    body: { residentId: v.residentId, seenVersion: 1 },
  }),
  listResidents: (v) => ({ query: { householdId: v.householdId } }),
  getResident: (v) => ({ params: { id: v.residentId } }),
  revealField: (v) => ({ params: { id: v.residentId }, body: { field: 'phone', reason: 'call' } }),
  getAccessLog: (v) => ({ params: { id: v.residentId } }),
  closeHealth: (v) => ({ params: { id: v.residentId }, body: { closed: true } }),
  proposeCorrection: (v) => ({ body: { kind: 'movedOut', residentId: v.residentId } }),
  listCorrections: () => ({}),
  actOnCorrection: (v) => ({ params: { id: v.correctionId, action: 'accept' }, body: { seenVersion: 1 } }),
  getHousehold: (v) => ({ params: { id: v.householdId } }),
  // Their own phone and door: nothing of somebody else’s is named.
  requestBindingCode: () => 'own',
  bindAccount: () => 'own',
  createInvitation: (v) => ({ params: { id: v.residentId } }),
  unbindAccount: (v) => ({ params: { id: v.membershipId } }),
  endBindings: (v) => ({ params: { id: v.residentId } }),
  createMandate: (v) => ({
    body: {
      householdId: v.householdId,
      phone: '19912349999',
      scopes: ['declare'],
      attestedBy: v.residentId,
      how: 'app',
      until: '2026-11-30T00:00:00Z',
    },
  }),
  listMandates: (v) => ({ params: { id: v.householdId } }),
  endMandate: (v) => ({ params: { id: v.mandateId } }),
  getResponsible: (v) => ({ params: { id: v.dwellingId } }),
  listGrids: () => ({}),
  getCoverage: () => ({}),
  createGrid: (v) => ({ body: { ...grid, parentId: v.gridId } }),
  updateGrid: (v) => ({ params: { id: v.gridId }, body: { seenVersion: 1, name: '别人的网格' } }),
  endGrid: (v) => ({ params: { id: v.gridId } }),
  listMoves: () => ({}),
  getMove: (v) => ({ params: { id: v.moveId } }),
  setAbsence: (v) => ({ body: { ...day, accountId: v.accountId } }),
  endAbsence: (v) => ({ params: { id: v.absenceId }, body: {} }),
  listAbsences: (v) => ({ query: { accountId: v.accountId } }),
  listDuty: () => ({}),
  setDutyHours: (v) => ({ params: { membershipId: v.workerId }, body: { hours: [] } }),
  importRoster: () => ({ file: { name: 'roster.xlsx', bytes: Buffer.from('x') } }),
  listImports: () => ({}),
  getImport: (v) => ({ params: { id: v.importId } }),
  readRefusedRows: (v) => ({ params: { id: v.importId } }),
  previewRefusedRows: () => ({ file: { name: 'roster.xlsx', bytes: Buffer.from('x') } }),
  readTemplate: () => ({}),
  exportRoster: () => ({ query: { reason: 'emergency' } }),
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
  // Anybody who is signed in may tell of somebody who came back.
  tipReturn: () => 'own',
  placeAddress: (v) => ({ params: { id: v.returnId }, body: { seenVersion: 2, dwellingId: v.dwellingId } }),
  listHandovers: () => ({}),
  takeHandover: (v) => ({ params: { id: v.returnId }, body: {} }),
  refuseHandover: (v) => ({ params: { id: v.returnId }, body: { reason: 'x' } }),
  reportLeaving: (v) => ({
    params: { id: v.residentId },
    body: { leavesAt: '2026-11-23T09:00:00+08:00', to: 'x' },
  }),
  listLeavings: (v) => ({ query: { residentId: v.residentId } }),
  answerLeaving: (v) => ({ params: { id: v.leavingId }, body: { decision: 'agree', seenVersion: 1 } }),
  withdrawLeaving: (v) => ({ params: { id: v.leavingId }, body: { seenVersion: 1 } }),
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
  const residentId = me.household?.people.find(({ isMe }) => isMe)?.residentId ?? '';
  const mandate = await resident.gets('createMandate', {
    body: {
      householdId: me.household?.id ?? '',
      phone: '19912340777',
      scopes: ['declare'],
      attestedBy: residentId,
      how: 'app',
      until: '2026-12-01T00:00:00Z',
    },
  });
  const proposed = await (await community.signIn('buildingHead')).gets('proposeCorrection', {
    body: { kind: 'fields', residentId, set: { phone: '19912345678' } },
  });
  const leaving = await resident.gets('reportLeaving', {
    params: { id: returns[0]?.residentId ?? '' },
    body: { leavesAt: '2026-11-23T09:00:00+08:00', to: '西安' },
  });
  const imported = await community.running.context.connection.collection('rosterImports').findOne({});
  const office = await community.signIn('office');
  const absence = await worker.gets('setAbsence', { body: day });
  // A grid far from everybody of these stories.
  const grids = (await office.gets('listGrids', { query: { limit: 100 } })).items;
  const gridId = grids.at(-1)?.id ?? '';
  await office.gets('updateGrid', { params: { id: gridId }, body: { seenVersion: 1, scope: [] } });
  const [move] = (await office.gets('listMoves')).items;
  return {
    gridId,
    moveId: move?.id ?? '',
    accountId: worker.accountId,
    workerId: worker.session.account.active ?? '',
    absenceId: absence.id,
    returnId: returns[0]?.id ?? '',
    observationId: verified.returns[0]?.observation?.id ?? '',
    dwellingId: me.household?.dwellingId ?? '',
    householdId: me.household?.id ?? '',
    residentId,
    correctionId: proposed.id,
    communityId: me.community?.id ?? '',
    importId: String(imported?._id),
    membershipId: resident.session.account.active ?? '',
    mandateId: mandate.id,
    staffId: worker.session.account.active ?? '',
    leavingId: leaving.id,
  };
}

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
          (items &&
            !JSON.stringify(items).match(
              new RegExp(
                [
                  victim.returnId,
                  victim.observationId,
                  victim.accountId,
                  victim.moveId,
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
