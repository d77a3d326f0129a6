import { verifyBy } from '@shared/returns/clock';
import type { refuseHandover as contract } from '@shared/returns/handover';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { inTransaction } from '../../platform/mongo';
import { dataKeyId } from '../../platform/sealing';
import { stepBy } from '../actors';
import { refusalPlace } from '../details';
import { askLeavingAgain } from '../leaving/stepLeaving';
import type { ReturnDoc } from '../model';
import { freshClock } from '../newReturn';
import { stepReturn } from '../stepReturn';
import { tellStep } from '../tellStep';
import { answerHandover, findHandover, isRepeat, offeredReturns } from './findHandover';
import { presentHandovers } from './presentHandover';

/** The other community does not take it: declared again, with a fresh clock. Problems: notFound, return.movedOn, key.reused. */
export async function refuseHandover(ctx: Context, who: Who, input: Input<typeof contract>) {
  const { params, body, once } = input;
  const answered = await inTransaction(ctx, async (session) => {
    const handover = await findHandover(ctx, who, params.id, session);
    if (isRepeat(handover, who, once)) return handover;
    const refused = await answerHandover(ctx, who, handover, { answer: 'refused', once }, session);
    const by = stepBy(who);
    if (refused.leavingId) await askLeavingAgain(ctx, refused, { by, reason: body.reason }, session);
    else await declareAgain(ctx, await offeredReturns(ctx, refused, session), { ...input, by }, session);
    return refused;
  });
  const [view] = await presentHandovers(ctx, [answered]);
  return view as NonNullable<typeof view>;
}

async function declareAgain(
  ctx: Context,
  docs: ReturnDoc[],
  { body, once, by }: Pick<Input<typeof contract>, 'body' | 'once'> & { by: ReturnType<typeof stepBy> },
  session: ClientSession,
): Promise<void> {
  const keys = await ctx.seals.load(
    docs.map(({ _id }) => dataKeyId('episode', _id)),
    session,
  );
  const stepping = { action: 'refuse' as const, actors: ['receiver'] as const, by, once };
  const stepped: ReturnDoc[] = [];
  for (const doc of docs) {
    const refused = keys.get(dataKeyId('episode', doc._id))?.seal(body.reason, refusalPlace(doc._id));
    const offer = doc.offer && { ...doc.offer, ...(refused && { refused }) };
    const changes = { ...(offer && { offer }), ...freshClock(verifyBy(ctx.clock.now())) };
    stepped.push(await stepReturn(ctx, doc, stepping, changes, session));
  }
  await tellStep(ctx, stepped, 'refuse', session);
}
