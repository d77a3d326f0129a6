import type { ErrandView } from '@shared/requests/errandView';
import { type SameDayState, sameDayStates } from '@shared/requests/sameDay';
import { momentOf } from '@shared/time';
import type { Order } from './orders';

/** What the story itself knows of an errand: what each was told when they did something. */
export interface Entry {
  order: Order;
  /** As it was answered to whoever moved last. */
  seen: ErrandView;
  /** Number of the worker who has it. */
  holder: number | null;
  /** Who had it last. */
  last: number | null;
  acceptedAt: Date | null;
  /** Whom the household sent away. */
  sentAway: number[];
  /** Which of its moves comes next, and when, in minutes after midnight. */
  next: number;
  nextAt: number;
}

/** Nobody has it, or whoever had it forgot it. */
const isUnheld = ({ holder, seen }: Entry, now: Date): boolean =>
  holder === null || Boolean(seen.leaseUntil && new Date(seen.leaseUntil) <= now);

/** How far an errand of a day has come, as the domain says it: one of four, and late beside it. */
function statesOf(entry: Entry, midnight: Date, now: Date): SameDayState[] {
  const { state, deliveredAt, nextTryAt, dueAt } = entry.seen;
  if (deliveredAt) return [new Date(deliveredAt) < midnight ? 'delivered' : 'afterwards'];
  if (state === 'cancelled' || (nextTryAt && new Date(nextTryAt) >= midnight)) return ['explained'];
  return isUnheld(entry, now) || new Date(dueAt) <= now ? ['open', 'late'] : ['open'];
}

const inTime = (book: Entry[], day: string): Entry[] =>
  book.filter(({ seen }) => new Date(seen.placedAt) < momentOf(day, '18:00'));

/** Of a day what will not make it, from 16:00 on. */
export const lateOf = (book: Entry[], day: string, now: Date): Entry[] =>
  inTime(book, day).filter((entry) => statesOf(entry, momentOf(day, '24:00'), now).includes('late'));

/** The figures of a day, reckoned by hand from the book; asked for from 16:00 on. */
export function figuresOf(book: Entry[], day: string, now: Date) {
  const placed = inTime(book, day);
  const states = placed.flatMap((entry) => statesOf(entry, momentOf(day, '24:00'), now));
  const minutesTo = (of: (entry: Entry) => Date | null) =>
    medianOf(
      placed.flatMap((entry) => {
        const at = of(entry);
        return at ? [(at.getTime() - Date.parse(entry.seen.placedAt)) / 60_000] : [];
      }),
    );
  return {
    placed: placed.length,
    counts: Object.fromEntries(
      sameDayStates.map((state) => [state, states.filter((one) => one === state).length]),
    ),
    minutes: {
      accepted: minutesTo(({ acceptedAt }) => acceptedAt),
      delivered: minutesTo(({ seen }) => (seen.deliveredAt ? new Date(seen.deliveredAt) : null)),
    },
  };
}

function medianOf(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round(5 * (low + high)) / 10;
}
