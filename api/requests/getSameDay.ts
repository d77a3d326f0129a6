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
interface Timed {
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
  const countsFor = (of: Group | null): Counts =>
    Object.fromEntries(
      sameDayStates.map((state, i) => [
        state,
        (counted[i] ?? []).reduce((sum, one) => sum + (!of || isSame(one._id, of) ? one.count : 0), 0),
      ]),
    ) as Counts;
  const figures = ({ placed: all, accepted, delivered }: Timed, of: Group | null) => ({
    placed: all,
    counts: countsFor(of),
    minutes: { accepted, delivered },
  });
  const nameOf = (id: Types.ObjectId) => book.grids.get(String(id))?.name ?? '';
  return {
    date: day,
    lateFrom: lateFrom(day).toISOString(),
    total: figures(timed.total[0] ?? { placed: 0, accepted: null, delivered: null }, null),
    items: timed.groups.map(({ _id, ...times }) => ({
      kind: _id.kind,
      grid: { id: String(_id.gridId), name: nameOf(_id.gridId) },
      ...figures(times, _id),
    })),
  };
}

const isSame = (a: Group, b: Group): boolean => a.kind === b.kind && a.gridId.equals(b.gridId);
const byKindAndGrid = { kind: '$kind', gridId: '$gridId' };

const countsOf = (ctx: Context, where: Record<string, unknown>) =>
  Errands(ctx).aggregate<{ _id: Group; count: number }>([
    { $match: where },
    { $group: { _id: byKindAndGrid, count: { $sum: 1 } } },
  ]);

/** How many were placed and how long they took, of each kind in each grid and of all. */
async function timesOf(ctx: Context, where: Record<string, unknown>) {
  const timed = (_id: object | null) => [
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
  const [found] = await Errands(ctx).aggregate<{ total: Timed[]; groups: (Timed & { _id: Group })[] }>([
    { $match: where },
    { $project: { kind: 1, gridId: 1, placedAt: 1, acceptedAt: 1, deliveredAt: 1 } },
    { $facet: { total: timed(null), groups: timed(byKindAndGrid) } },
  ]);
  return found ?? { total: [], groups: [] };
}

/** Left out of what is pushed where it has not happened. */
const minutesUntil = (field: string) => ({
  $cond: [
    { $gt: [`$${field}`, null] },
    { $divide: [{ $subtract: [`$${field}`, '$placedAt'] }, minuteMs] },
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
