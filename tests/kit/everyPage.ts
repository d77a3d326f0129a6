import type { Role } from '@shared/accounts/contract';
import type { Caller } from './caller';
import { caseOf } from './cases';
import { acting, orderOf } from './errands';
import { declarationOf, familyOf, leftArea, personOf } from './family';
import { readingAt } from './readings';
import { sendsDone } from './reconciliations';
import type { TestCommunity } from './startCommunity';

interface AppConfig {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
}

/** Every page of the program but the sign-in, as its own list of pages has them: a new one is here by itself. */
export const everyPage: string[] = pagesOf(readAppConfig()).filter((page) => page !== 'entry/signIn/index');

function readAppConfig(): AppConfig {
  // The config calls a name that only the build knows.
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  return require('../../miniapp/src/app.config').default;
}

function pagesOf({ pages, subPackages }: AppConfig): string[] {
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
}

const owners: Record<string, Role> = {
  worker: 'worker',
  carrying: 'worker',
  office: 'office',
  health: 'health',
};

/** Whose page it is, by its first folder; whatever is not of somebody else is a resident’s. */
export const ownerOf = (page: string): Role => owners[page.split('/')[0] ?? ''] ?? 'resident';

/** Opened before anybody is signed in. */
export const beforeSignIn = [
  ...['demo/index', 'staff/signIn/index'],
  ...['resident/ways/anonymous/index', 'resident/ways/receipt/index'],
];

/**
 * The address of each page with something real behind it: what a family declared, a fever, an errand and a case of theirs, their file,
 * their grid, and a newcomer whose door is in no list. Building 2 of the demo; its worker and resident are number 2.
 */
export async function addressesIn(community: TestCommunity): Promise<(page: string) => string> {
  const resident = await community.signIn('resident', 2);
  const { partyId, returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
  const { household } = await resident.gets('getMe');
  const residentId = household?.people[0]?.residentId ?? '';
  const body = { ...readingAt('2026-11-22T10:00:00+08:00', 37.8), occasion: 'checkIn' as const };
  const fever = await resident.gets('reportExtraReading', { params: { id: residentId }, body });
  const office = await community.signIn('office');
  const { items: grids } = await office.gets('listGrids');
  const errand = await resident.gets('placeRequest', { body: await orderOf(resident) });
  const raised = await resident.gets('placeRequest', { body: await caseOf(resident, 'feelingUnwell') });
  const ids: Record<string, string | undefined> = {
    'worker/resident/index': residentId,
    'worker/change/index': residentId,
    'resident/temperature/fever/index': fever.case?.id,
    'resident/errands/one/index': errand.id,
    'resident/errands/case/index': raised.id,
    'carrying/one/index': errand.id,
    'carrying/reconciliation/index': await cancelledMeanwhile(community, resident),
    'office/grid/index': grids.find(({ name }) => name === '2号楼')?.id,
    'office/place/index': await declareUnlisted(community),
    'worker/observation/index': await confirmed(office, returns[returns.length - 1]?.id),
    'worker/case/index': await raisedFever(resident, household?.people[0]?.residentId),
  };
  return (page) => {
    const query = { id: ids[page] ?? returns[0]?.id, partyId, householdId: household?.id, residentId };
    return `${page}?${new URLSearchParams(query as Record<string, string>)}`;
  };
}

/** One of those who were declared is under observation from now on. */
async function confirmed(office: Caller, id = ''): Promise<string | undefined> {
  const body = { decision: 'confirm' as const, seenVersion: 1, startEvent: leftArea };
  const { returns } = await office.gets('verifyReturn', { params: { id }, body });
  return returns.find((one) => one.id === id)?.observation?.id;
}

/** What the worker of building 2 bought without network after it was cancelled. */
async function cancelledMeanwhile(community: TestCommunity, resident: Caller): Promise<string> {
  const act = acting(community);
  const worker = await community.signIn('worker', 2);
  const { id } = await resident.gets('placeRequest', { body: await orderOf(resident) });
  await act(worker, id, 'accept');
  await act(resident, id, 'cancel', { reason: '不要了' });
  const at = community.running.context.clock.now();
  const { body } = await sendsDone(worker, id, { action: 'buy', at, input: { amountFen: 4200 } });
  return body.reconciliationId;
}

async function declareUnlisted(community: TestCommunity): Promise<string | undefined> {
  const newcomer = await community.stranger('o-door-in-no-list');
  const { items: communities } = await newcomer.gets('listCommunities');
  const place = { communityId: communities[0]?.id, address: { building: '99', room: '101' } };
  const body = declarationOf({ ...place, people: [personOf('钱无门', 0, 9900)] });
  return (await newcomer.gets('declareReturn', { body })).returns[0]?.id;
}

/** Somebody at number 2 who was at home all the time has a fever. */
async function raisedFever(resident: Caller, residentId = ''): Promise<string | undefined> {
  const body = { ...readingAt('2026-11-22T09:55:00+08:00', 37.8), occasion: 'extra' as const };
  return (await resident.gets('reportExtraReading', { params: { id: residentId }, body })).case?.id;
}
