import { running } from '@shared/observation/life';
import type { ClientSession } from 'mongoose';
import type { Context, SteppedRequest } from '../context';
import { excuseForDeath, excuseRemaining } from '../schedules';
import { Observations } from './model';
import { stepBySystem } from './stepObservation';
import { tellAbout } from './tellStep';

/** What a fever means for the observation of the person; in the transaction of its step. */
export async function followCase(
  ctx: Context,
  { action, doc }: SteppedRequest,
  session: ClientSession,
): Promise<void> {
  if (doc.kind !== 'fever') return;
  if (action === 'raise' || action === 'reopen') await collideWithRelease(ctx, doc, session);
  const isTaken = doc.outcome === 'hospital' || doc.outcome === 'central';
  if (action === 'close' && isTaken) await refer(ctx, doc, session);
  if (action === 'close' && doc.outcome === 'died') await endForDeath(ctx, doc, session);
}

/** A release reads whether a fever is open and writes the observation: so does a fever, and of two at once the second sees the first. */
async function collideWithRelease(
  ctx: Context,
  { communityId, residentId }: SteppedRequest['doc'],
  session: ClientSession,
): Promise<void> {
  await Observations(ctx).updateMany(
    { communityId, residentId, state: { $in: running } },
    { $set: { feverAt: ctx.clock.now() } },
    { session },
  );
}

/** A fever that ended in a hospital or a central place: the observation pauses here, what is still owed is excused (domain, section 3.10). */
async function refer(
  ctx: Context,
  { communityId, residentId }: SteppedRequest['doc'],
  session: ClientSession,
): Promise<void> {
  const at = ctx.clock.now();
  // By the person: a declared fever was raised before there was an observation.
  const of = { communityId, residentId };
  const referred = await stepBySystem(ctx, of, 'refer', { referredAt: at }, session);
  if (referred) await excuseRemaining(ctx, communityId, referred._id, { reason: 'hospital', at }, session);
}

/** A fever that ended with a death: nobody is asked for anything more, and the office is told that the release is its to make. */
async function endForDeath(
  ctx: Context,
  { _id, communityId, residentId }: SteppedRequest['doc'],
  session: ClientSession,
): Promise<void> {
  const at = ctx.clock.now();
  await excuseForDeath(ctx, { communityId, residentId }, at, session);
  const observed = await Observations(ctx)
    .findOne({ communityId, residentId, state: { $in: running } })
    .session(session)
    .lean();
  const occasion = `died:${String(_id)}:${at.getTime()}`;
  if (observed)
    await tellAbout(ctx, observed, { code: 'observation.died', occasion, tells: ['office'] }, session);
}
