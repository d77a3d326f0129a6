import type { ErrandAction } from '@shared/requests/errandLife';
import type { ErrandView } from '@shared/requests/errandView';
import { errandKindOf } from '@shared/requests/kinds';
import { addMinutes } from '@shared/time';
import type { Db } from 'mongodb';
import type { ErrandDoc } from '../../api/requests';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { type Answer, type Caller, callerOf, openCaller } from '../kit/caller';
import { faultsOf } from '../kit/errandHistory';
import { orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { inDatabase } from '../kit/inDatabase';
import { type Killing, killing } from '../kit/killing';
import { type Home, openHome } from '../kit/startCommand';

const households = 39;
const errandsEach = 14;
/** Of each household so many nobody ever accepts: their ladders climb meanwhile. */
const unansweredEach = 1;
const kills = 8;
const phonesAtOnce = 6;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

jest.setTimeout(1_800_000);
let home: Home;
beforeAll(async () => {
  process.stdout.write(`errands killed: FC_SEED=${seed}\n`);
  home = await openHome();
});
afterAll(() => home.close());

const begun = new Date('2026-11-22T08:00:00+08:00');
/** Leases lapse and rungs come due while everything dies. */
const minutesAKill = 16;

const kinds = [
  { kind: 'water', details: { barrels: 1, empties: 0 } },
  { kind: 'trash', details: { bags: 1, infectious: false } },
] as const;

interface Ordered {
  resident: Caller;
  worker: Caller;
  body: Awaited<ReturnType<typeof orderOf>>;
  isAnswered: boolean;
}
/** A step that somebody was told has been taken. */
interface Taken {
  id: string;
  key: string;
  action: ErrandAction | 'place';
}

async function ordersOf(url: string): Promise<Ordered[]> {
  const signIn = (role: 'resident' | 'worker', number: number) =>
    openCaller(url, (caller) => caller.gets('createDemoSession', { body: { role, number } }));
  const ordered: Ordered[] = [];
  for (let number = 1; number <= households; number += 1) {
    const resident = await signIn('resident', number);
    const worker = await signIn('worker', number);
    for (let i = 0; i < errandsEach; i += 1) {
      const body = await orderOf(resident, kinds[i % 2]);
      ordered.push({ resident, worker, body, isAnswered: i >= unansweredEach });
    }
  }
  return ordered;
}

/** What comes next of an errand as it was seen last, and who does it. */
function nextOf(
  { resident, worker }: Ordered,
  seen: ErrandView,
  doorCode: string | null,
): [Caller, ErrandAction, object] | null {
  switch (seen.state) {
    case 'assigned':
      return [worker, 'accept', {}];
    case 'accepted':
      return errandKindOf(seen.kind).isBought ? [worker, 'buy', { amountFen: 1200 }] : [worker, 'leave', {}];
    case 'purchased':
      return [worker, seen.holder ? 'leave' : 'accept', {}];
    case 'onTheWay':
      return [worker, 'deliver', { disinfectedTwice: true, doorCode }];
    case 'delivered':
      return [resident, 'confirm', {}];
    default:
      return null;
  }
}

/** One errand from order to close: each step under its key until it is acknowledged; what was refused is looked at anew. */
async function carries(ordered: Ordered, phones: Killing): Promise<Taken[]> {
  const { resident, body, isAnswered } = ordered;
  const taken: Taken[] = [];
  const note = (of: Taken) => {
    taken.push(of);
    phones.acknowledged();
  };
  const key = uuidV7();
  const placed = await phones.insists(() => resident.calls('placeRequest', { body, key }));
  expect(placed.status).toBe(201);
  if (placed.body.life !== 'errand') throw new Error('this was a case');
  const { id, doorCode } = placed.body;
  note({ id, key: `${resident.accountId}:${key}`, action: 'place' });
  let seen: ErrandView = placed.body;
  for (
    let next = isAnswered && nextOf(ordered, seen, doorCode);
    next;
    next = nextOf(ordered, seen, doorCode)
  ) {
    const [who, action, input] = next;
    const tap = uuidV7();
    const sent = {
      params: { id, action },
      body: { seenVersion: seen.version, input: { ...input } },
      key: tap,
    };
    const answer = (await phones.insists(() => who.calls('actOnRequest', sent))) as Answer<ErrandView>;
    if (answer.status === 200) note({ id, key: `${who.accountId}:${tap}`, action });
    else expect([action, answer.code]).toEqual([action, 'request.movedOn']);
    seen = answer.status === 200 ? answer.body : await looksAt(who, id, phones);
  }
  return taken;
}

async function looksAt(who: Caller, id: string, phones: Killing): Promise<ErrandView> {
  const { status, body } = await phones.insists(() => who.calls('getRequest', { params: { id } }));
  expect(status).toBe(200);
  return body as ErrandView;
}

/** Steps that are not in the history once; messages of a step that were not told once. */
async function lostIn(db: Db, taken: Taken[]): Promise<string[]> {
  const docs = await db.collection<ErrandDoc>('requests').find({ life: 'errand' }).toArray();
  const lost = docs.flatMap(faultsOf);
  const byId = new Map(docs.map((doc) => [String(doc._id), doc]));
  for (const { id, key, action } of taken) {
    const doc = byId.get(id);
    const times =
      action === 'place'
        ? Number(doc?.made.key === key)
        : doc?.history.filter((one) => one.key === key).length;
    if (times !== 1) lost.push(`${id}: ${action} ${times} times`);
  }
  for (const { _id, history } of docs)
    for (const action of ['accept', 'buy', 'leave', 'deliver'] as const) {
      const steps = history.filter((one) => one.action === action).length;
      const told = await db
        .collection('messages')
        .countDocuments({ 'about.id': String(_id), code: `errand.${action}` });
      if (steps !== told) lost.push(`${String(_id)}: ${action} ${steps} times, told ${told}`);
    }
  return lost;
}

/** The ladder of what nobody accepted: each rung once. */
const rungsOf = ({ history }: Pick<ErrandDoc, 'history'>): string[] =>
  history.flatMap(({ rung }) => rung ?? []);

describe('the API and mongod are killed with -9 while errands are placed and carried', () => {
  it('every acknowledged step is there once, told once, and what nobody accepted has climbed its ladder once', async () => {
    const started = home.starts(undefined, { NUANLIN_NOW: begun.toISOString() });
    await started.served;
    const { url } = started;
    const orders = await ordersOf(url);
    const timeIs = (to: Date) => callerOf(url).gets('moveDemoClock', { body: { to: to.toISOString() } });
    const phones = killing(home, started, {
      ...{ kills, seed },
      of: orders.length * 5,
      before: (n) => timeIs(addMinutes(begun, n * minutesAKill)),
    });
    const waiting = [...orders];
    const taken: Taken[] = [];
    const phone = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) taken.push(...(await carries(one, phones)));
    };
    await Promise.all(Array.from({ length: phonesAtOnce }, phone));
    await phones.over();

    expect(phones.killed).toEqual(Array.from({ length: kills }, (_, i) => (i % 2 ? 'api' : 'mongod')));
    expect(phones.failed()).toBeGreaterThan(0);
    await eventually(() => timeIs(addMinutes(begun, 13 * 60)).catch(() => null), Boolean, 60_000);
    await inDatabase(home, async (db) => {
      const requests = db.collection<ErrandDoc>('requests');
      await eventually(
        () => requests.countDocuments({ nextStepAt: { $exists: true } }),
        (due) => due === 0,
        120_000,
      );
      expect(await lostIn(db, taken)).toEqual([]);
      expect(await requests.countDocuments({ state: 'closed' })).toBe(
        households * (errandsEach - unansweredEach),
      );
      const unanswered = await requests.find({ state: 'assigned' }).toArray();
      expect(unanswered).toHaveLength(households * unansweredEach);
      expect(unanswered.map(rungsOf)).toEqual(unanswered.map(() => ['waiting', 'leader', 'office']));
    });
  });
});
