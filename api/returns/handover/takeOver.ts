import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../../context';
import { accountsTold, gridBook } from '../../grids';
import { tell } from '../../notices';
import { transferObservation } from '../../observation';
import type { Once } from '../../platform/idempotency';
import { forgetProvisional } from '../../roster';
import { stepBy } from '../actors';
import type { ReturnDoc } from '../model';
import { stepReturn } from '../stepReturn';
import { tellStep } from '../tellStep';
import type { HandoverDoc } from './model';

interface Taking {
  before: ReturnDoc[];
  /** In the same order. */
  taken: ReturnDoc[];
  handover: HandoverDoc;
  once: Once;
}

/** Ends what the first community answered for, links it to what goes on, and tells both. In the caller’s transaction. */
export async function takeOver(
  ctx: Context,
  who: Who,
  { before, taken, handover, once }: Taking,
  session: ClientSession,
): Promise<void> {
  // A return that is verified ends with its observation; one that is only offered is handed over.
  const stepping = handover.leavingId
    ? { action: 'end' as const, actors: ['system'] as const, by: stepBy(who), once }
    : { action: 'take' as const, actors: ['receiver'] as const, by: stepBy(who), once };
  const stepped: ReturnDoc[] = [];
  for (const [row, doc] of before.entries()) {
    const to = taken[row] as ReturnDoc;
    const next = { communityId: to.communityId, returnId: to._id };
    stepped.push(await stepReturn(ctx, doc, stepping, { next }, session));
    await forgetProvisional(ctx, doc.communityId, doc.residentId, session);
    if (handover.leavingId) await transferObservation(ctx, doc.communityId, doc._id, session);
  }
  await tellStep(ctx, stepped, 'take', session);
  // Who had declared there as well is known there already.
  await tellTaker(
    ctx,
    taken.filter(({ previous }, row) => previous?.returnId.equals((before[row] as ReturnDoc)._id)),
    session,
  );
}

/** Whoever is responsible in the community that took it over. */
async function tellTaker(ctx: Context, taken: ReturnDoc[], session: ClientSession): Promise<void> {
  const [first] = taken;
  if (!first) return;
  const { communityId, door } = first;
  const now = ctx.clock.now();
  const told = accountsTold(await gridBook(ctx, communityId), first, ['responsible'], now);
  await tell(
    ctx,
    told.map((accountId) => ({
      about: { entity: 'return', id: String(first._id) },
      occasion: 'declared',
      accountId,
      communityId,
      side: 'staff',
      code: 'return.declared',
      params: { door, people: taken.length },
      madeAt: now,
    })),
    session,
  );
}
