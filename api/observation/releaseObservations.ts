import type { ReplyOf } from '@shared/contract';
import type { releaseObservations as contract } from '@shared/observation/releaseContract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { rowOf } from '../platform/idempotency';
import { Problem } from '../platform/problem';
import { presentObservation } from './present';
import { release } from './releaseObservation';

type Result = ReplyOf<typeof contract>['results'][number];

/** Releases one after the other: each has a key of its own and stands or is refused by itself, and a repeat repeats nothing. */
export async function releaseObservations(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const results: Result[] = [];
  for (const [i, row] of body.releases.entries()) {
    try {
      const doc = await release(ctx, who, { ...row, once: rowOf(once, i) });
      results.push({ id: row.id, status: 200, observation: await presentObservation(ctx, who, doc) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, params, errors } = error;
      results.push({ id: row.id, status: error.status, problem: { code, params, errors } });
    }
  }
  return { results };
}
