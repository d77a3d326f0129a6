import type { ReplyOf } from '@shared/contract';
import { type startRun as contract, longestRunMinutes } from '@shared/requests/run';
import { addMinutes } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { refuseOtherBody, rowOf } from '../platform/idempotency';
import { insertAll, isDuplicate } from '../platform/mongo';
import { invalid, problem } from '../platform/problem';
import { rowProblem } from '../platform/rowProblem';
import { presentRun, type RunDoc, Runs } from './runModel';
import { stepRequest } from './stepRequest';

type Body = Input<typeof contract>['body'];
type Result = ReplyOf<typeof contract>['results'][number];

/**
 * Begins a trip through a building and puts errands into it, each as a step of its own. A repeat finds the trip and repeats no step.
 * Problems: notAllowed, input.invalid (its end), key.reused.
 */
export async function startRun(
  ctx: Context,
  who: Who,
  { body, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const run = await begun(ctx, who, body, { key: `${who.accountId}:${once.key}`, hash: once.hash });
  const add = async ({ requestId, seenVersion }: Body['errands'][number], i: number): Promise<Result> => {
    const tap = { action: 'addToRun' as const, seenVersion, input: { runId: String(run._id) } };
    try {
      const stepped = await stepRequest(ctx, who, requestId, { ...tap, once: rowOf(once, i) });
      return { requestId, status: 200, ...('doc' in stepped && { version: stepped.doc.version }) };
    } catch (error) {
      return { requestId, ...rowProblem(error, () => `errands.${i}`) };
    }
  };
  return { run: presentRun(run), results: await Promise.all(body.errands.map(add)) };
}

async function begun(ctx: Context, who: Who, body: Body, made: RunDoc['made']): Promise<RunDoc> {
  const { estate, building } = body;
  if (!who.membership) throw problem('notAllowed');
  const communityId = new Types.ObjectId(who.membership.communityId);
  const find = () => Runs(ctx).findOne({ communityId, 'made.key': made.key }).lean();
  const before = await find();
  if (before) return repeated(before, made);
  const now = ctx.clock.now();
  const endsAt = new Date(body.endsAt);
  if (endsAt <= now) throw invalid([{ path: 'endsAt', code: 'time.tooEarly' }]);
  if (endsAt > addMinutes(now, longestRunMinutes)) throw invalid([{ path: 'endsAt', code: 'time.tooLate' }]);
  const doc: RunDoc = {
    ...{ _id: new Types.ObjectId(), communityId, accountId: new Types.ObjectId(who.accountId) },
    ...{ estate, building, startedAt: now, endsAt, endedAt: null, made, version: 1 },
  };
  try {
    await insertAll(Runs(ctx), [doc]);
    return doc;
  } catch (error) {
    // The same tap twice at the same moment.
    const first = isDuplicate(error) && (await find());
    if (!first) throw error;
    return repeated(first, made);
  }
}

function repeated(doc: RunDoc, made: RunDoc['made']): RunDoc {
  refuseOtherBody(doc.made, made);
  return doc;
}
