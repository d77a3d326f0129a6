import { errandKindOf, isCaseKind } from '@shared/requests/kinds';
import type { OrderBody } from '../errands';
import { isLongRun } from '../longRun';
import { randomOf } from '../randomOf';
import type { Home } from './estate';
import { type Move, type WayName, ways } from './ways';

/** What somebody of the estate asks for on this day, and what becomes of it. */
export interface Order {
  /** Minutes after midnight. */
  at: number;
  home: Home;
  kind: OrderBody['kind'];
  details: OrderBody['details'];
  channel: OrderBody['channel'];
  urgent: boolean;
  /** For the key person of the household. */
  isPersonal: boolean;
  way: WayName;
  moves: Move[];
}

const clock = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
};
export const tickMinutes = 10;
export const dayBegins = clock('06:30');
export const shiftEnds = clock('16:00');
/** Leaders ring whoever cannot tap, where one was drawn. */
export const leadersRing = clock('21:00');
/** What is ordered later is promised for tomorrow. */
const promisedUntil = clock('18:00');
/** Nobody waits long for what is ordered after this. */
const unhurriedUntil = clock('13:00');
const lastOrder = clock('19:30');
/** Two or three of each door. */
const ordered = isLongRun ? 400 : 134;

/** The orders of one day; the same again for the same seed. */
export function ordersOf(homes: Home[], seed: number): Order[] {
  const random = randomOf(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const keyHomes = homes.filter(({ keyPerson }) => keyPerson);
  return Array.from({ length: ordered }, (_, i): Order => {
    // Key people order first thing in the morning, for themselves; every other door at least once.
    const isPersonal = i < keyHomes.length;
    const home = (isPersonal ? keyHomes[i] : homes[i - keyHomes.length]) ?? one(homes);
    const minutes = dayBegins + random() ** 1.4 * (lastOrder - dayBegins);
    const at = isPersonal ? clock('07:00') : Math.floor(minutes / tickMinutes) * tickMinutes;
    const { kind, details } = isPersonal ? ownOf(home) : wanted(one, random);
    const isBought = !isCaseKind(kind) && errandKindOf(kind).isBought;
    const urgent = isPersonal || random() < 0.05;
    const way = isPersonal
      ? 'brought'
      : one(waysFor(at, isBought, home).filter((name) => !urgent || name !== 'waits'));
    return {
      ...{ at, home, kind, details, isPersonal, way, moves: ways[way].moves(isBought, one) },
      urgent,
      channel: home.resident ? 'app' : one(['proxy', 'door', 'desk']),
    };
  });
}

const ownOf = ({ keyPerson }: Home): Pick<Order, 'kind' | 'details'> =>
  keyPerson?.group === 'dialysis'
    ? { kind: 'appointment', details: { what: '透析，坐社区的车去' } }
    : { kind: 'care', details: { what: '产前检查前量血压' } };

/** What may become of it: at this time of the day, of something bought or not, at a door with or without a phone. */
function waysFor(at: number, isBought: boolean, { resident, pool }: Home): WayName[] {
  return (Object.keys(ways) as WayName[])
    .filter((name) => {
      const { onlyBought, onlyCarried, needsPhone, needsTwo, isSlow } = ways[name];
      if (name === 'waits') return at >= promisedUntil;
      return (
        (!onlyBought || isBought) &&
        (!onlyCarried || !isBought) &&
        (!needsPhone || resident !== null) &&
        (!needsTwo || pool.workers.length > 1) &&
        (!isSlow || at < unhurriedUntil)
      );
    })
    .flatMap((name) => Array.from({ length: ways[name].often }, () => name));
}

type One = <T>(of: readonly T[]) => T;

function wanted(one: One, random: () => number): Pick<Order, 'kind' | 'details'> {
  const count = (most: number) => 1 + Math.floor(random() * most);
  const lines = () =>
    Array.from({ length: count(4) }, () => ({
      ...{ item: one(['鸡蛋', '青菜', '大米', '牛奶', '排骨', '土豆']), quantity: count(3) },
      ...{ unit: one(['斤', '袋', '板']), substitute: random() < 0.5 },
    }));
  const makes: (() => Pick<Order, 'kind' | 'details'>)[] = [
    () => ({ kind: 'groceries', details: { lines: lines(), budgetFen: 10_000 } }),
    () => ({ kind: 'groceries', details: { lines: lines() } }),
    () => ({ kind: 'water', details: { barrels: count(2), empties: count(2) } }),
    () => ({
      kind: 'medicine',
      details: { lines: [{ item: '降压药', dosage: '10 mg', quantity: count(2) }], daysLeft: 3, cold: false },
    }),
    () => ({
      kind: 'parcel',
      details: { carrier: '顺丰', pickupCode: `${count(9)}-${count(99)}`, size: one(['small', 'large']) },
    }),
    () => ({ kind: 'gateToDoor', details: { what: '外卖' } }),
    () => ({ kind: 'trash', details: { bags: count(3), infectious: random() < 0.2 } }),
    () => ({ kind: 'repair', details: { what: one(['water', 'power', 'drain']), danger: false } }),
    () => ({ kind: 'other', details: { what: '换灯泡' } }),
  ];
  return one(makes)();
}
