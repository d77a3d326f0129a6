import type { ErrandView } from '@shared/requests/errandView';
import { call } from '@/client/call';
import { sendOrKeep } from '@/client/outbox';
import { pages } from '@/client/pages';
import { Problem } from '@/client/problem';
import { putErrand } from '@/client/queries/errands';
import { orderBody, type StaffOrder } from '../order/form';
import { doorsCalled, homesAt } from './findHome';
import { type Row, understood } from './form';

/** What is said of a row that does not go through as it is. */
export interface PlaceWords {
  noDoor: string;
  nobody: string;
  whichDoor: string;
  whichHome: string;
  twice: string;
  another: string;
  homeOf(people: string[]): string;
  refused(problem: Problem): string;
}

type Outcome = Pick<Row, 'state' | 'reason' | 'asks' | 'choices'> & { order?: StaffOrder };
const isStuck = (found: StaffOrder | Outcome): found is Outcome => 'state' in found;

/**
 * Finds door and household of a row and orders, under the key that the row has had from the first: sent again after a lost answer it is
 * one. What there are two of is asked; what was not reached may be tried again.
 */
export async function placeRow(
  row: Row,
  words: PlaceWords,
  onSending: (order: StaffOrder) => void,
): Promise<Outcome> {
  try {
    const withDoor = await doorOf(row, words);
    const order = isStuck(withDoor) ? withDoor : await homeOf(withDoor, words);
    if (isStuck(order)) return order;
    const again = await twice({ ...row, order }, words);
    if (again) return again;
    onSending(order);
    return await place({ ...row, order });
  } catch (error) {
    return error instanceof Problem
      ? { state: 'refused', reason: words.refused(error) }
      : { state: 'unreached' };
  }
}

async function doorOf({ order, door }: Row, words: PlaceWords): Promise<StaffOrder | Outcome> {
  if (order.dwellingId) return order;
  const doors = await doorsCalled(door.trim());
  const [only, other] = doors;
  if (!only) return { state: 'refused', reason: words.noDoor };
  if (!other) return { ...order, dwellingId: only.id, door: only.door };
  const choices = doors.map(({ id, name }) => ({ value: id, label: name }));
  return { state: 'asked', asks: 'dwellingId', reason: words.whichDoor, choices };
}

async function homeOf(order: StaffOrder, words: PlaceWords): Promise<StaffOrder | Outcome> {
  if (order.householdId) return order;
  const homes = await homesAt(order.dwellingId);
  const [only, other] = homes;
  if (!only) return { state: 'refused', reason: words.nobody, order };
  if (!other) return { ...order, householdId: only.id };
  const choices = homes.map(({ id, people }) => ({ value: id, label: words.homeOf(people) }));
  return { state: 'asked', asks: 'householdId', reason: words.whichHome, choices, order };
}

/** The same paper may lie in two piles, and who telephones may have tapped as well: asked, not guessed. */
async function twice({ order, isMeant }: Row, words: PlaceWords): Promise<Outcome | null> {
  const { kind, householdId } = order;
  if (isMeant || !kind) return null;
  const { items } = await call('listRequests', {
    query: { life: 'errand', kind, householdId, open: 'true', limit: 1 },
  });
  if (!items.length) return null;
  const choices = [{ value: 'yes', label: words.another }];
  return { state: 'asked', asks: 'isMeant', reason: words.twice, choices, order };
}

async function place(row: Row): Promise<Outcome> {
  const order = understood(row);
  const draft = { page: pages.staffOrder, value: order };
  const wish = { operation: 'placeRequest' as const, key: order.key, body: orderBody(order), draft };
  const errand = (await sendOrKeep(wish)) as ErrandView | null;
  if (errand) putErrand(errand);
  return { state: errand ? 'placed' : 'kept' };
}
