import { groupBy } from '@shared/groupBy';
import type { ResidentView } from '@shared/roster/residents';
import { accountOf } from '../accountOf';
import type { Caller } from '../caller';
import { isLongRun } from '../longRun';
import type { TestCommunity } from '../startCommunity';

/** A door that orders. */
export interface Home {
  householdId: string;
  /** Number of the worker who answers for it. */
  worker: number;
  pool: Pool;
  /** Null where nobody can order on a phone: they telephone, come to the desk, or say it at the door. */
  resident: Caller | null;
  /** Somebody of it on dialysis, or pregnant. */
  keyPerson: { residentId: string; group: 'dialysis' | 'pregnant' } | null;
}

/** A few buildings whose workers may accept what waits there, and the leader above them. */
export interface Pool {
  workers: number[];
  leader: Caller;
}

export interface Estate {
  homes: Home[];
  /** By their numbers. */
  workers: Map<number, Caller>;
  office: Caller;
}

export const workersOfEstate = 39;
const leadersOfEstate = 14;
/** The whole estate in the long run; with every `npm test` each third of its doors. */
const everyNth = isLongRun ? 1 : 3;
const doors = 160;

/** The estate as its roster has it: its staff, the doors without a phone, those of key people, and so many others that all are 160. */
export async function openEstate(community: TestCommunity): Promise<Estate> {
  const office = await community.signIn('office');
  const workers = await signedIn(community, 'worker', workersOfEstate);
  const placeOf = await placesOf(community, workers);
  const households = groupBy(await everybody(office), ({ householdId }) => householdId);
  const chosen = inFront([...households.values()], (of) => !hasPhone(of) || keyPersonOf(of) !== null);
  const homes: Home[] = [];
  for (const of of chosen.slice(0, doors).filter((_, i) => i % everyNth === 0)) {
    const [first] = of as [ResidentView];
    const { householdId } = first;
    homes.push({
      ...{ householdId, ...placeOf(householdId), keyPerson: keyPersonOf(of) },
      resident: hasPhone(of) ? await accountOf(community, first.id, `o-day-${homes.length}`) : null,
    });
  }
  return { homes, workers, office };
}

async function signedIn(
  community: TestCommunity,
  role: 'worker' | 'leader',
  count: number,
): Promise<Map<number, Caller>> {
  const people = new Map<number, Caller>();
  for (let number = 1; number <= count; number += 1) people.set(number, await community.signIn(role, number));
  return people;
}

const hasPhone = (of: ResidentView[]): boolean => of.some(({ canUsePhone }) => canUsePhone);

function keyPersonOf(of: ResidentView[]): Home['keyPerson'] {
  for (const { id, keyGroups } of of)
    for (const group of ['dialysis', 'pregnant'] as const)
      if (keyGroups.includes(group)) return { residentId: id, group };
  return null;
}

/** Those first, and the others spread over all buildings. */
function inFront<One>(all: One[], isFirst: (one: One) => boolean): One[] {
  const others = all.filter((one) => !isFirst(one));
  const step = 5;
  const spread = Array.from({ length: step }, (_, from) => others.filter((_one, i) => i % step === from));
  return [...all.filter(isFirst), ...spread.flat()];
}

async function everybody(office: Caller): Promise<ResidentView[]> {
  const people: ResidentView[] = [];
  let cursor: string | undefined;
  do {
    const page = await office.gets('listResidents', { query: { limit: 100, ...(cursor && { cursor }) } });
    people.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return people;
}

/** The worker and the pool of a household: the grid of its building, and the one above that. */
async function placesOf(community: TestCommunity, workers: Map<number, Caller>) {
  const { connection } = community.running.context;
  const leaders = await signedIn(community, 'leader', leadersOfEstate);
  const gridOf = ({ session: { account } }: Caller): string =>
    account.memberships.find(({ id }) => id === account.active)?.grids[0]?.id ?? '';
  const leaderOf = new Map([...leaders.values()].map((leader) => [gridOf(leader), leader]));
  const workerOf = new Map([...workers].map(([number, worker]) => [gridOf(worker), number]));
  const grids = await connection.collection('grids').find({ level: 'building' }).toArray();
  const pools = new Map<string, Pool>();
  for (const { _id, parentId } of grids) {
    const worker = workerOf.get(String(_id));
    const leader = leaderOf.get(String(parentId));
    if (worker === undefined || !leader) continue;
    const known = pools.get(String(parentId)) ?? { workers: [], leader };
    known.workers.push(worker);
    pools.set(String(parentId), known);
  }
  const parentOf = new Map(grids.map(({ _id, parentId }) => [String(_id), String(parentId)]));
  const households = await connection.collection('households').find().toArray();
  const gridIds = new Map(households.map(({ _id, gridId }) => [String(_id), String(gridId)]));
  return (householdId: string): Pick<Home, 'worker' | 'pool'> => {
    const gridId = gridIds.get(householdId) ?? '';
    const [worker, pool] = [workerOf.get(gridId), pools.get(parentOf.get(gridId) ?? '')];
    if (worker === undefined || !pool) throw new Error('nobody answers for this door');
    return { worker, pool };
  };
}
