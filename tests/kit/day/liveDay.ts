import type { ErrandAction } from '@shared/requests/errandLife';
import type { ErrandView } from '@shared/requests/errandView';
import { addMinutes, momentOf } from '@shared/time';
import type { Caller } from '../caller';
import { acting, orders as ordersOne } from '../errands';
import { photoOf } from '../photos';
import type { TestCommunity } from '../startCommunity';
import { sweepAll } from '../sweepAll';
import type { Entry } from './book';
import type { Estate, Pool } from './estate';
import { inputOf } from './inputOf';
import { dayBegins, leadersRing, type Order, shiftEnds, tickMinutes } from './orders';
import type { Mover } from './ways';

/** So many people tap at the same moment. */
const atOnce = 6;
const midnight = 24 * 60;

export interface Day {
  community: TestCommunity;
  estate: Estate;
  date: string;
  orders: Order[];
  book: Entry[];
}

/** Lives the day in ticks of ten minutes: the clock, what it brings, what is ordered, and what everybody does; `look` sees each moment. */
export async function liveDay(day: Day, look: (minutes: number, now: Date) => Promise<void>): Promise<void> {
  const { community, orders, book } = day;
  for (let minutes = dayBegins; minutes <= midnight; minutes += tickMinutes) {
    const now = addMinutes(momentOf(day.date, '00:00'), minutes);
    await community.timeIs(now.toISOString());
    await sweepAll(community);
    await look(minutes, now);
    await together(
      book.filter((entry) => entry.nextAt === minutes),
      (entry) => moves(day, entry),
    );
    await together(
      orders.filter(({ at }) => at === minutes),
      async (order) => void book.push(await placed(day, order)),
    );
    if (minutes === shiftEnds) await handOverAll(day);
    if (minutes === leadersRing) await ringAll(day);
  }
}

async function together<One>(all: One[], does: (one: One) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const person = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await does(one);
  };
  await Promise.all(Array.from({ length: atOnce }, person));
}

const next = ({ moves }: Order, i: number, minutes: number): Pick<Entry, 'next' | 'nextAt'> => ({
  next: i,
  nextAt: minutes + (moves[i]?.after ?? Number.POSITIVE_INFINITY),
});

/** By the household itself, or by staff for whoever has no phone: the desk writes down who came. */
async function placed({ estate }: Day, order: Order): Promise<Entry> {
  const { home, kind, details, channel, urgent, isPersonal } = order;
  const about =
    isPersonal && home.keyPerson
      ? { residentId: home.keyPerson.residentId }
      : { householdId: home.householdId };
  const caller = channel === 'desk' ? { caller: '李大爷，登记中心' } : {};
  const whoever = home.resident ?? (channel === 'desk' ? estate.office : staff(estate.workers, home.worker));
  const seen = await ordersOne(whoever, { kind, details, channel, urgent, about, ...caller });
  return {
    order,
    seen,
    holder: null,
    last: null,
    acceptedAt: null,
    sentAway: [],
    ...next(order, 0, order.at),
  };
}

async function moves(day: Day, entry: Entry): Promise<void> {
  const { order, nextAt } = entry;
  const move = order.moves[entry.next];
  if (!move) return;
  const number = move.who === 'own' || move.who === 'another' ? carrierFor(entry, move.who) : null;
  const who = number ? staff(day.estate.workers, number) : whoIs(day, entry, move.who);
  const asked = {
    move,
    holder: entry.holder,
    by: who,
    photo: await photo,
    given: carrierFor(entry, 'another'),
  };
  entry.seen = await taps(day, entry, who, move.does, await inputOf(day, entry, asked));
  writeDown(entry, move.does, number ?? asked.given);
  Object.assign(entry, next(order, entry.next + 1, nextAt));
}
const photo = photoOf();

function holds(entry: Entry, number: number): void {
  entry.holder = number;
  entry.last = number;
}

/** What the book says after a step. */
function writeDown(entry: Entry, action: ErrandAction, number: number): void {
  const { holder, acceptedAt, seen } = entry;
  if (action === 'accept') {
    holds(entry, number);
    entry.acceptedAt = acceptedAt ?? new Date(seen.steps.at(-1)?.at ?? '');
  }
  if (action === 'reassign' && seen.state !== 'assigned') holds(entry, number);
  if (action === 'object' && holder) entry.sentAway.push(holder);
  if (action === 'decline' || action === 'pass' || action === 'object') entry.holder = null;
}

/** A step on the version as it is; each is expected to be taken. */
async function taps(
  { community }: Day,
  { seen }: Entry,
  who: Caller,
  action: ErrandAction,
  input: Record<string, unknown>,
): Promise<ErrandView> {
  const { status, body, problem } = await acting(community)(who, seen.id, action, input);
  if (status === 200) return body;
  throw new Error(`${action} of ${seen.id} in ${seen.state}: ${status} ${JSON.stringify(problem)}`);
}

const staff = (of: Map<number, Caller>, number: number): Caller => {
  const found = of.get(number);
  if (!found) throw new Error(`nobody has the number ${number}`);
  return found;
};

function whoIs({ estate }: Day, { order: { home }, holder }: Entry, who: Mover): Caller {
  if (who === 'office' || (who === 'household' && !home.resident)) return estate.office;
  if (who === 'household') return home.resident as Caller;
  if (who === 'leader') return home.pool.leader;
  return staff(estate.workers, holder ?? 0);
}

/** Of a pool every second worker goes home at the end of the first shift, and the next one stays; two always do. */
function relief({ workers }: Pool, worker: number): number {
  const i = workers.indexOf(worker);
  const goesHome = i % 2 === 0 && workers.length > 2;
  return (goesHome && workers[i + 1]) || worker;
}
const present = (pool: Pool, worker: number, minutes: number): number =>
  minutes >= shiftEnds ? relief(pool, worker) : worker;

/** Whoever of the pool accepts it: of its building, or another than had it last whom the household has not sent away. */
function carrierFor({ order: { home }, last, sentAway, nextAt }: Entry, who: 'own' | 'another'): number {
  const { pool, worker } = home;
  const own = present(pool, worker, nextAt);
  if (who === 'own') return own;
  const others = pool.workers.map((one) => present(pool, one, nextAt));
  const free = others.filter((one) => one !== last && !sentAway.includes(one));
  return free.find((one) => one !== own) ?? free[0] ?? own;
}

/** One after the other hands over what the own list shows, to somebody who stays. */
async function handOverAll(day: Day): Promise<void> {
  const { estate, book } = day;
  for (const [number, worker] of estate.workers) {
    const { items } = await worker.gets('listRequests', { query: { held: 'true', limit: 100 } });
    for (const { id } of items) {
      const entry = book.find(({ seen }) => seen.id === id);
      if (!entry || entry.holder !== number) throw new Error('held by somebody else than the book says');
      if (relief(entry.order.home.pool, number) === number) continue;
      const to = carrierFor({ ...entry, nextAt: shiftEnds }, 'another');
      const input = { accountId: staff(estate.workers, to).accountId, reason: '下班' };
      entry.seen = await taps(day, entry, worker, 'handOver', input);
      holds(entry, to);
    }
  }
}

/** Deliveries that a name alone proves and that were drawn: nobody picks up, and then somebody says that it came. */
async function ringAll(day: Day): Promise<void> {
  const { items } = await day.estate.office.gets('getWorklist', { query: { limit: 100 } });
  for (const { id, kind } of items) {
    const entry = kind === 'ring' && day.book.find(({ seen }) => seen.id === id);
    if (!entry) continue;
    const { leader } = entry.order.home.pool;
    entry.seen = await taps(day, entry, leader, 'ring', {});
    entry.seen = await taps(day, entry, leader, 'vouch', {});
  }
}
