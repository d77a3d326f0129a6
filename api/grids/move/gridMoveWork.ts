import { randomUUID } from 'node:crypto';
import { addMinutes } from '@shared/time';
import type { Context } from '../../context';
import { machineNow } from '../../platform/clock';
import type { DueWork, Step } from '../../platform/sweep';
import { type MovedBatch, moveDoors } from './moveDoors';
import { type GridMoveDoc, GridMoves } from './moveModel';

/** Longer than a batch ever takes; a process that died is waited for so long. */
const leaseMs = 15_000;
/** One round of the sweep moves doors for so long; other due work waits meanwhile. */
const roundMs = 1000;
/** A declaration under way may still write the old place; the database ends every transaction within a minute. */
const settleMinutes = 2;
const free = { by: '', until: new Date(0) };

/** Moves go on batch by batch, in whatever process has the lease; one that died is taken over at its cursor. */
export const gridMoveWork: DueWork<GridMoveDoc> = {
  name: 'gridMoves',
  documents: (ctx) => GridMoves(ctx),
  async plan(ctx, due, now) {
    const steps: Step[] = [];
    for (const { _id } of due) {
      const move = await takeLease(ctx, _id);
      const update = move && (await work(ctx, move, now));
      if (update) steps.push({ id: _id, update });
    }
    return steps;
  },
};

const takeLease = (ctx: Context, _id: GridMoveDoc['_id']): Promise<GridMoveDoc | null> =>
  GridMoves(ctx)
    .findOneAndUpdate(
      { _id, open: true, 'lease.until': { $lte: machineNow() } },
      { $set: { lease: { by: randomUUID(), until: leaseFromNow() } } },
      { returnDocument: 'after' },
    )
    .lean();

const leaseFromNow = (): Date => new Date(machineNow().getTime() + leaseMs);

/** Answers how the document goes on; null when the tree was changed meanwhile, or somebody else took over. */
async function work(ctx: Context, first: GridMoveDoc, now: Date): Promise<Step['update'] | null> {
  const until = machineNow().getTime() + roundMs;
  for (let move = first; ; ) {
    const batch = await moveDoors(ctx, move);
    if (!batch.last) return over(move, ctx.clock.now());
    const next = await record(ctx, move, batch);
    if (!next) {
      await GridMoves(ctx).updateOne({ _id: move._id, 'lease.by': move.lease.by }, { $set: { lease: free } });
      return null;
    }
    move = next;
    // Later than the moment this round was due at: a step has to move on.
    const later = new Date(Math.max(ctx.clock.now().getTime(), now.getTime() + 1));
    if (machineNow().getTime() > until) return { $set: { nextStepAt: later, lease: free } };
  }
}

/** The cursor after a batch, if it is still ours to move. */
const record = (ctx: Context, move: GridMoveDoc, { last, count, moved }: MovedBatch) =>
  GridMoves(ctx)
    .findOneAndUpdate(
      { _id: move._id, round: move.round, 'lease.by': move.lease.by },
      {
        $set: { cursor: last, 'lease.until': leaseFromNow() },
        $inc: {
          version: 1,
          ...(move.state === 'running' && { 'doors.done': count }),
          ...Object.fromEntries(Object.entries(moved).map(([what, n]) => [`moved.${what}`, n])),
        },
      },
      { returnDocument: 'after' },
    )
    .lean();

const over = ({ state }: GridMoveDoc, now: Date): Step['update'] =>
  state === 'running'
    ? {
        $set: { state: 'settling', cursor: null, nextStepAt: addMinutes(now, settleMinutes), lease: free },
        $inc: { version: 1 },
      }
    : {
        $set: { state: 'done', open: false, doneAt: now, lease: free },
        $unset: { nextStepAt: 1 },
        $inc: { version: 1 },
      };
