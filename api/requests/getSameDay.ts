import type { ReplyOf } from '@shared/contract';
import type { ErrandKindName } from '@shared/requests/kinds';
import { lateFrom, type SameDayState, sameDayStates } from '@shared/requests/sameDay';
import type { getSameDay as contract } from '@shared/requests/sameDayContract';
import { minuteMs } from '@shared/time';
import type { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { Errands } from './model';
import { sameDayAsked } from './sameDayAsked';

interface Group {
  kind: ErrandKindName;
  gridId: Types.ObjectId;
}
interface Timed<Of> {
  _id: Of;
  placed: number;
  accepted: number | null;
  delivered: number | null;
}
type Counts = Record<SameDayState, number>;

/** The day as it stands: counted and reckoned by the database over the index of the day. Problem: notAllowed. */
export async function getSameDay(
  ctx: Context,
  who: Who,
  { query }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const { book, day, placed, within } = await sameDayAsked(ctx, who, query);
  const [timed, ...counted] = await Promise.all([
    timesOf(ctx, placed),
    ...sameDayStates.map((state) => countsOf(ctx, within(state))),
  ]);
  const countsFor = (of: Partial<Group>): Counts =>
    Object.fromEntries(
      sameDayStates.map((state, i) => [
        state,
        (counted[i] ?? []).reduce((sum, one) => sum + (isOf(one._id, of) ? one.count : 0), 0),
      ]),
    ) as Counts;
  const figures = ({ _id, placed: all, accepted, delivered }: Timed<Partial<Group>>) => ({
    placed: all,
    counts: countsFor(_id),
    minutes: { accepted, delivered },
  });
  const gridOf = ({ gridId }: Pick<Group, 'gridId'>) => ({
    id: String(gridId),
    name: book.grids.get(String(gridId))?.name ?? '',
  });
  return {
    date: day,
    lateFrom: lateFrom(day).toISOString(),
    total: figures(timed.total[0] ?? { _id: {}, placed: 0, accepted: null, delivered: null }),
    kinds: timed.kinds.map((one) => ({ kind: one._id.kind, ...figures(one) })),
    grids: timed.grids.map((one) => ({ grid: gridOf(one._id), ...figures(one) })),
    items: timed.items.map((one) => ({ kind: one._id.kind, grid: gridOf(one._id), ...figures(one) })),
  };
}

/** Whether a group lies in what only names a kind or a grid, or nothing. */
const isOf = (group: Group, { kind, gridId }: Partial<Group>): boolean =>
  (!kind || group.kind === kind) && (!gridId || group.gridId.equals(gridId));

const byKind = { kind: '$kind' };
const byGrid = { gridId: '$gridId' };
const byBoth = { ...byKind, ...byGrid };

const countsOf = (ctx: Context, where: Record<string, unknown>) =>
  Errands(ctx).aggregate<{ _id: Group; count: number }>([
    { $match: where },
    { $group: { _id: byBoth, count: { $sum: 1 } } },
  ]);

interface Times {
  total: Timed<Record<string, never>>[];
  kinds: Timed<Pick<Group, 'kind'>>[];
  grids: Timed<Pick<Group, 'gridId'>>[];
  items: Timed<Group>[];
}

/** How many were placed and how long they took: of all, of each kind, in each grid, and of each kind in each grid. */
async function timesOf(ctx: Context, where: Record<string, unknown>): Promise<Times> {
  const timed = (_id: object) => [
    {
      $group: {
        _id,
        placed: { $sum: 1 },
        accepted: { $push: minutesUntil('acceptedAt') },
        delivered: { $push: minutesUntil('deliveredAt') },
      },
    },
    { $project: { placed: 1, accepted: medianOf('$accepted'), delivered: medianOf('$delivered') } },
    { $sort: { '_id.kind': 1 as const, '_id.gridId': 1 as const } },
  ];
  const [found] = await Errands(ctx).aggregate<Times>([
    { $match: where },
    { $project: { kind: 1, gridId: 1, startsAt: 1, acceptedAt: 1, deliveredAt: 1 } },
    { $facet: { total: timed({}), kinds: timed(byKind), grids: timed(byGrid), items: timed(byBoth) } },
  ]);
  return found ?? { total: [], kinds: [], grids: [], items: [] };
}

/** Left out of what is pushed where it has not happened. */
const minutesUntil = (field: string) => ({
  $cond: [
    { $gt: [`$${field}`, null] },
    // What was accepted before it had to begin did not wait.
    { $max: [0, { $divide: [{ $subtract: [`$${field}`, '$startsAt'] }, minuteMs] }] },
    '$$REMOVE',
  ],
});

/** The middle one, or half-way between the two in the middle; null of none. */
function medianOf(numbers: string): object {
  const at = (index: object) => ({
    $arrayElemAt: [{ $sortArray: { input: numbers, sortBy: 1 } }, { $toInt: { $floor: index } }],
  });
  const count = { $size: numbers };
  const middle = [at({ $divide: [{ $subtract: [count, 1] }, 2] }), at({ $divide: [count, 2] })];
  return { $cond: [{ $eq: [count, 0] }, null, { $round: [{ $avg: middle }, 1] }] };
}
