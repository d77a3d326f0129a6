import type { SlotKindName } from '@shared/schedules/kinds';
import type { WindowName } from '@shared/schedules/windows';
import { addDays, addMinutes, dayOf } from '@shared/time';
import type { WorklistItem } from '@shared/worklist/contract';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { type LoadedBook, topGrid } from '../grids';
import { abilitiesOf } from '../platform/visible';
import { Slots } from '../schedules';
import { entryOf } from './entryOf';
import { compare, type Place } from './order';
import type { Entry } from './source';

/** What is still owed of one window or day, by everybody of the caller's grids. */
export interface Owed {
  _id: { day: string; window?: WindowName };
  people: number;
  doors: number;
  dueAt: Date;
  firstId: Types.ObjectId;
  /** The leaf grids they lie in. */
  grids: Types.ObjectId[];
}

/** So long after its window closed what is missing still stands in the list: the morning after has it yet. */
const missedHours = 12;

export const notLongClosed = (now: Date) => ({ closesAt: { $gt: addMinutes(now, -60 * missedHours) } });

interface Asked {
  kind: SlotKindName;
  /** Only whoever may do this about it has a line. */
  act: 'excuse' | 'visit' | 'collect';
  /** Of what is owed, what waits at this moment. */
  when: Record<string, unknown>;
}

/** The grids whose slots are the caller's work: the own ones and all below, of the office the whole community. */
export const gridsOf = ({ membership }: Who, book: LoadedBook): string[] =>
  membership?.grids.length
    ? [...membership.grids]
    : [topGrid(book.docs)?._id].flatMap((id) => (id ? [String(id)] : []));

/** What is owed of yesterday and today and not excused, by window; a range of the index of the list it leads to. */
export async function owedByWindow(ctx: Context, who: Who, book: LoadedBook, { kind, act, when }: Asked) {
  if (!who.membership || !abilitiesOf(who).rulesFor(act, 'Slot').length) return [];
  const today = dayOf(ctx.clock.now());
  return Slots(ctx).aggregate<Owed>([
    {
      $match: {
        communityId: new Types.ObjectId(who.membership.communityId),
        gridPath: { $in: gridsOf(who, book).map((id) => new Types.ObjectId(id)) },
        kind,
        day: { $in: [addDays(today, -1), today] },
        settledAt: null,
        excused: null,
        ...when,
      },
    },
    {
      $group: {
        _id: { day: '$day', window: '$window' },
        people: { $addToSet: '$residentId' },
        doors: { $addToSet: '$householdId' },
        dueAt: { $min: '$dueAt' },
        firstId: { $min: '$_id' },
        grids: { $addToSet: '$gridId' },
      },
    },
    { $addFields: { people: { $size: '$people' }, doors: { $size: '$doors' } } },
    { $sort: { dueAt: 1, firstId: 1 } },
  ]);
}

export const peopleIn = (owed: Owed[]): number => owed.reduce((sum, { people }) => sum + people, 0);

/** One line for each window or day, after a place of the list. */
export function linesOf(
  ctx: Context,
  who: Who,
  book: LoadedBook,
  owed: Owed[],
  {
    place,
    code,
    ...line
  }: Pick<WorklistItem, 'kind'> & { code: string; place: Place | null; actions: string[] },
): { entries: Entry[]; isAll: boolean } {
  const [widest] = gridsOf(who, book);
  /** Of one grid whoever answers there; of several whoever answers for all of them. */
  const gridOf = ({ grids: [only, other] }: Owed) =>
    only && !other ? only : widest ? new Types.ObjectId(widest) : null;
  const now = ctx.clock.now();
  const entries = owed.map((one) => {
    const { _id, people, doors, dueAt, firstId } = one;
    return entryOf(
      { who, book, now },
      { _id: firstId, version: 1, dueAt, door: '', gridId: gridOf(one), responsibleFrom: 'worker' },
      { ...line, title: { code, params: { ..._id, people, doors } } },
    );
  });
  return { entries: entries.filter((one) => !place || compare(one.place, place) > 0), isAll: true };
}
