/** Everything that could be done to somebody by whoever has no business there: the stories of refusal read this. */
import type { Caller } from './caller';
import { acting, orderOf } from './errands';
import { familyOf, leftArea } from './family';
import { photoOf } from './photos';
import { readingAt } from './readings';
import type { TestCommunity } from './startCommunity';

/** Somebody and everything of theirs that an operation can be aimed at; ids. */
export interface Victim {
  returnId: string;
  /** Of the same family, not verified yet. */
  waitingId: string;
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
  teamId: string;
  accountId: string;
  workerId: string;
  absenceId: string;
  staffId: string;
  leavingId: string;
  /** A temperature, a follow-up and the trash of a day that are owed, and an open fever. */
  slotId: string;
  visitId: string;
  trashId: string;
  requestId: string;
  errandId: string;
  groupBuyId: string;
  /** What was laid out for it. */
  paymentId: string;
  /** A photo with an errand that is over. */
  fileId: string;
}

const morning = '2026-11-22T10:00:00+08:00';

const grid = {
  ...{ name: '新网格', level: 'building' as const, scope: [], patches: [], deputyIds: [] },
  ...{ leaderId: null, primaryId: null },
};
const teamOf = ({ gridId, workerId }: Pick<Victim, 'gridId' | 'workerId'>) => ({
  name: '别的组',
  kinds: ['other'] as ['other'],
  gridIds: [gridId],
  memberIds: [workerId],
});
const day = {
  from: '2026-11-23T08:00:00+08:00',
  until: '2026-11-24T08:00:00+08:00',
  reason: 'leave' as const,
};

/** How each operation is aimed at somebody else's thing; a list answers with nothing of the victim's. */
export type Aim = (
  victim: Victim,
) => { params?: object; query?: object; body?: object; file?: object } | 'open' | 'own';
export const aims: Record<string, Aim> = {
  createDemoSession: () => 'open',
  createWechatSession: () => 'open',
  requestSignInCode: () => 'open',
  createCodeSession: () => 'open',
  listNotices: () => ({}),
  listDemoMessages: () => 'open',
  moveDemoClock: () => 'open',
  listSubscriptions: () => 'own',
  saveSubscriptions: () => 'own',
  refreshSession: () => 'open',
  endSession: () => 'own',
  switchMembership: (v) => ({ body: { membershipId: v.householdId } }),
  listCommunities: () => 'open',
  getMe: () => 'own',
  // Doors carry no names; choosing one is how a stranger declares.
  createPasswordSession: () => 'open',
  changePassword: () => 'own',
  bindWechat: () => 'own',
  resetPassword: (v) => ({ params: { id: v.staffId } }),
  createStaffInvitation: (v) => ({ params: { id: v.staffId } }),
  listStaff: () => ({ query: { limit: 100 } }),
  createStaff: () => ({ body: { name: '王试探', phone: '19912340099', role: 'health' } }),
  updateMembership: (v) => ({ params: { id: v.staffId }, body: { seenVersion: 1 } }),
  endMembership: (v) => ({ params: { id: v.staffId }, body: { seenVersion: 1, reason: 'left' } }),
  countSignIns: () => ({}),
  issuePasswords: () => ({ body: { which: 'none' } }),
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
  listGrids: () => ({ query: { limit: 100 } }),
  getCoverage: () => ({}),
  createGrid: (v) => ({ body: { ...grid, parentId: v.gridId } }),
  updateGrid: (v) => ({ params: { id: v.gridId }, body: { seenVersion: 1, name: '别人的网格' } }),
  endGrid: (v) => ({ params: { id: v.gridId } }),
  listMoves: () => ({}),
  getMove: (v) => ({ params: { id: v.moveId } }),
  getOpenedKinds: () => ({}),
  setOpenedKinds: () => ({ body: { kinds: [] } }),
  listTeams: () => ({}),
  createTeam: (v) => ({ body: teamOf(v) }),
  updateTeam: (v) => ({ params: { id: v.teamId }, body: { ...teamOf(v), seenVersion: 1 } }),
  endTeam: (v) => ({ params: { id: v.teamId }, body: {} }),
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
  getSlot: (v) => ({ params: { id: v.slotId } }),
  listSlots: (v) => ({ query: { observationId: v.observationId } }),
  listSchedules: () => ({}),
  setWindows: () => ({
    params: { kind: 'visit' },
    body: { windows: [{ name: 'day', opens: '09:00', due: '18:00', closes: '22:00' }] },
  }),
  listUnreported: (v) => ({ query: { gridId: v.gridId } }),
  listWithoutPhone: (v) => ({ query: { gridId: v.gridId } }),
  logCall: (v) => ({ params: { id: v.slotId }, body: { result: 'reached' } }),
  excuseSlot: (v) => ({ params: { id: v.slotId }, body: { seenVersion: 1, reason: 'asleep' } }),
  revealSlotPhone: (v) => ({ params: { id: v.slotId }, body: { field: 'phone', reason: 'call' } }),
  logVisit: (v) => ({
    params: { id: v.visitId },
    body: { means: 'phone', result: 'well', at: morning, enteredAt: morning },
  }),
  collectTrash: (v) => ({ params: { id: v.trashId }, body: { bags: 1, at: morning, enteredAt: morning } }),
  skipSlot: (v) => ({ params: { id: v.trashId }, body: { seenVersion: 1 } }),
  // An order of everybody’s area; of others’ doors nothing is said.
  openGroupBuy: (v) => ({
    body: {
      ...{ gridId: v.gridId, item: '白菜', unit: '5 斤', shareFen: 1000, mostShares: 2 },
      closesAt: '2026-11-22T18:00:00+08:00',
    },
  }),
  listGroupBuys: () => ({}),
  listGroupBuyDoors: (v) => ({ params: { id: v.groupBuyId } }),
  joinGroupBuy: (v) => ({ params: { id: v.groupBuyId }, body: { householdId: v.householdId, shares: 1 } }),
  cancelGroupBuy: (v) => ({ params: { id: v.groupBuyId }, body: { seenVersion: 1 } }),
  listPayments: (v) => ({ query: { requestId: v.errandId } }),
  settlePayments: (v) => ({
    body: { method: 'cash', payments: [{ paymentId: v.paymentId, seenVersion: 1 }] },
  }),
  actOnPayment: (v) => ({ params: { id: v.paymentId, action: 'confirm' }, body: { seenVersion: 1 } }),
  // A photo is of whoever brings it, until a request names it.
  uploadFile: () => 'own',
  readFile: (v) => ({ params: { id: v.fileId } }),
  placeRequest: (v) => ({
    body: {
      kind: 'trash',
      about: { householdId: v.householdId },
      details: { bags: 1, infectious: false },
      channel: 'app',
    },
  }),
  reportAnonymously: () => 'open',
  // By a code that nobody else has.
  getAnonymousReport: () => 'open',
  addToAnonymousReport: () => 'open',
  listRequests: (v) => ({ query: { householdId: v.householdId } }),
  // What the caller has accepted; of others nothing.
  getMergedList: () => ({}),
  markLines: (v) => ({
    body: { marks: [{ requestId: v.requestId, seenVersion: 1, lines: [0], as: 'got' }] },
  }),
  getRequest: (v) => ({ params: { id: v.requestId } }),
  listCarriers: (v) => ({ params: { id: v.errandId } }),
  actOnRequest: (v) => ({ params: { id: v.requestId, action: 'note' }, body: { seenVersion: 1 } }),
  revealRequestPhone: (v) => ({ params: { id: v.requestId }, body: { field: 'phone', reason: 'call' } }),
  // The own trip; what is put into it answers for itself.
  startRun: () => 'own',
  endRun: (v) => ({ params: { id: v.requestId } }),
  getRun: () => ({ query: { building: '1' } }),
  listRuns: () => ({}),
  getSameDay: (v) => ({ query: { gridId: v.gridId } }),
  listSameDay: (v) => ({ query: { gridId: v.gridId, state: 'open' } }),
  // Of the victim's errands; there is none: what a stranger reaches is nobody's.
  listReconciliations: (v) => ({ query: { requestId: v.requestId } }),
  getReconciliation: (v) => ({ params: { id: v.requestId } }),
  closeReconciliation: (v) => ({ params: { id: v.requestId }, body: { seenVersion: 1, outcome: 'notDone' } }),
  reportReading: (v) => ({ params: { id: v.slotId }, body: readingAt(morning, 36.5) }),
  reportHouseholdReadings: (v) => ({
    params: { id: v.householdId },
    body: { readings: [{ slotId: v.slotId, ...readingAt(morning, 36.5) }] },
  }),
  reportExtraReading: (v) => ({ params: { id: v.residentId }, body: readingAt(morning, 36.5) }),
  getCurve: (v) => ({ params: { id: v.residentId } }),
  listFriendlyCalls: (v) => ({ query: { gridId: v.gridId } }),
  listObservations: (v) => ({ query: { householdId: v.householdId } }),
  getObservation: (v) => ({ params: { id: v.observationId } }),
  revealObservationPhone: (v) => ({
    params: { id: v.observationId },
    body: { field: 'phone', reason: 'call' },
  }),
  checkObservation: (v) => ({ params: { id: v.observationId }, body: { seenVersion: 1 } }),
  releaseObservation: (v) => ({ params: { id: v.observationId }, body: { seenVersion: 1 } }),
  releaseObservations: (v) => ({ body: { releases: [{ id: v.observationId, seenVersion: 1 }] } }),
  approveObservation: (v) => ({
    params: { id: v.observationId },
    body: { seenVersion: 1, reference: '区里电话' },
  }),
  recordTest: (v) => ({
    params: { id: v.observationId },
    body: { seenVersion: 1, day: 1, takenOn: '2026-11-22', result: 'negative' },
  }),
  returnObservation: (v) => ({ params: { id: v.observationId }, body: { seenVersion: 1 } }),
  annulObservation: (v) => ({ params: { id: v.observationId }, body: { seenVersion: 1, reason: 'x' } }),
  readRecord: (v) => ({ params: { id: v.observationId } }),
  readRelease: (v) => ({ params: { id: v.observationId } }),
  readResidentRecord: (v) => ({ params: { id: v.residentId } }),
  replanObservation: (v) => ({
    params: { id: v.observationId },
    body: { seenVersion: 1, change: { lastDay: '2026-12-10' }, reason: 'x' },
  }),
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
  openPaper: (v) => ({ params: { id: v.returnId }, body: { reason: 'handover' } }),
  reportLeaving: (v) => ({
    params: { id: v.residentId },
    body: { leavesAt: '2026-11-23T09:00:00+08:00', to: 'x' },
  }),
  listLeavings: (v) => ({ query: { residentId: v.residentId } }),
  answerLeaving: (v) => ({ params: { id: v.leavingId }, body: { decision: 'agree', seenVersion: 1 } }),
  withdrawLeaving: (v) => ({ params: { id: v.leavingId }, body: { seenVersion: 1 } }),
  withdrawReturn: (v) => ({ params: { id: v.returnId }, body: { seenVersion: 2 } }),
  revealReturnField: (v) => ({ params: { id: v.returnId }, body: { field: 'phone', reason: 'call' } }),
  getWorklist: () => ({ query: { limit: 100 } }),
};

/** What a household does of it, where that is another step than staff take. */
export const homeAims: Record<string, Aim> = {
  actOnRequest: (v) => ({
    params: { id: v.requestId, action: 'reopen' },
    body: { seenVersion: 1, input: { reason: 'x' } },
  }),
};

/** The resident and the worker of a building, with something open of every kind. */
export async function makeVictim(community: TestCommunity, number = 1): Promise<Victim> {
  const resident = await community.signIn('resident', number);
  const worker = await community.signIn('worker', number);
  const office = await community.signIn('office', number < 40 ? 1 : 2);
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
  const proposer = number === 1 ? await community.signIn('buildingHead') : worker;
  const proposed = await proposer.gets('proposeCorrection', {
    body: { kind: 'fields', residentId, set: { phone: '19912345678' } },
  });
  const leaving = await resident.gets('reportLeaving', {
    params: { id: returns[0]?.residentId ?? '' },
    body: { leavesAt: '2026-11-23T09:00:00+08:00', to: '西安' },
  });
  const observationId = verified.returns[0]?.observation?.id ?? '';
  const { items: temperatures } = await worker.gets('listSlots', { query: { observationId } });
  const { items: visits } = await worker.gets('listSlots', { query: { observationId, kind: 'visit' } });
  const ofDoor = { householdId: me.household?.id ?? '', kind: 'trash' as const };
  const { items: trash } = await worker.gets('listSlots', { query: ofDoor });
  const fever = await worker.gets('reportReading', {
    params: { id: temperatures[1]?.id ?? '' },
    body: readingAt(morning, 38.2, { filledBy: 'workerPhone' }),
  });
  const photo = await resident.gets('uploadFile', { query: { use: 'order' }, file: await photoOf() });
  const ordered = await orderOf(resident, { fileIds: [photo.id] });
  const errand = await resident.gets('placeRequest', { body: ordered });
  // Whoever accepted it goes on seeing it.
  await acting(community)(worker, errand.id, 'accept');
  await acting(community)(worker, errand.id, 'buy', { amountFen: 1200 });
  await acting(community)(resident, errand.id, 'cancel', { reason: '下错了', pays: 'household' });
  const together = await office.gets('openGroupBuy', {
    body: {
      ...{ gridId: worker.session.account.memberships[0]?.grids[0]?.id ?? '', item: '白菜', unit: '5 斤' },
      ...{ shareFen: 1000, mostShares: 2, closesAt: '2026-11-23T18:00:00+08:00' },
    },
  });
  const { items: laidOut } = await worker.gets('listPayments', { query: { requestId: errand.id } });
  const [imported] = (await office.gets('listImports')).items;
  const absence = await worker.gets('setAbsence', { body: day });
  const move = (await office.gets('listMoves')).items[0] ?? (await moveFarAway(office));
  const here = {
    gridId: worker.session.account.memberships[0]?.grids[0]?.id ?? '',
    workerId: worker.session.account.active ?? '',
  };
  const team = await office.gets('createTeam', { body: teamOf(here) });
  return {
    ...here,
    teamId: team.id,
    moveId: move.id,
    accountId: worker.accountId,
    absenceId: absence.id,
    returnId: returns[0]?.id ?? '',
    waitingId: returns[1]?.id ?? '',
    observationId,
    dwellingId: me.household?.dwellingId ?? '',
    householdId: me.household?.id ?? '',
    residentId,
    correctionId: proposed.id,
    communityId: me.community?.id ?? '',
    importId: imported?.id ?? '',
    membershipId: resident.session.account.active ?? '',
    mandateId: mandate.id,
    staffId: worker.session.account.active ?? '',
    leavingId: leaving.id,
    slotId: temperatures[0]?.id ?? '',
    visitId: visits[0]?.id ?? '',
    trashId: trash[0]?.id ?? '',
    requestId: fever.case?.id ?? '',
    errandId: errand.id,
    groupBuyId: together.id,
    paymentId: laidOut[0]?.id ?? '',
    fileId: photo.id,
  };
}

/** The last grid gives up its doors: far from everybody of these stories. */
async function moveFarAway(office: Caller): Promise<{ id: string }> {
  const far = (await office.gets('listGrids', { query: { limit: 100 } })).items.at(-1);
  await office.gets('updateGrid', {
    params: { id: far?.id ?? '' },
    body: { seenVersion: far?.version ?? 1, scope: [] },
  });
  const [move] = (await office.gets('listMoves')).items;
  if (!move) throw new Error('nothing was moved');
  return move;
}
