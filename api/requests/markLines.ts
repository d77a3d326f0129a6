import type { ReplyOf } from '@shared/contract';
import type { markLines as contract } from '@shared/requests/mergedList';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { rowOf } from '../platform/idempotency';
import { rowProblem } from '../platform/rowProblem';
import { stepRequest } from './stepRequest';

type Result = ReplyOf<typeof contract>['results'][number];

/**
 * One tick for all doors: each errand takes its own step, on the version that was seen, under a key of its own. One that moved on
 * keeps nobody else's line from being ticked, and repeating the request repeats nothing.
 */
export async function markLines(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const at = body.at ? new Date(body.at) : undefined;
  const tick = async (
    { requestId, seenVersion, ...input }: (typeof body.marks)[number],
    i: number,
  ): Promise<Result> => {
    const tap = { action: 'mark' as const, seenVersion, input, once: rowOf(once, i), at };
    try {
      const stepped = await stepRequest(ctx, who, requestId, tap);
      return 'doc' in stepped
        ? { requestId, status: 200, version: stepped.doc.version }
        : { requestId, status: 202, ...stepped };
    } catch (error) {
      return { requestId, ...rowProblem(error, (path) => path.replace(/^input\./, `marks.${i}.`)) };
    }
  };
  return { results: await Promise.all(body.marks.map(tick)) };
}
