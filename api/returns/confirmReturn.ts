import type { InputOf } from '@shared/contract';
import { type Policy, policyAt } from '@shared/observation/policies';
import type { verifyReturn } from '@shared/returns/contract';
import { startFaults } from '@shared/returns/rules';
import { type ClientSession, Types } from 'mongoose';
import { communityOf, Memberships } from '../accounts';
import type { Context, Who } from '../context';
import { openObservation } from '../observation';
import type { Once } from '../platform/idempotency';
import { problem, refuseFaults } from '../platform/problem';
import { dataKeyId } from '../platform/sealing';
import { confirmProvisional } from '../roster';
import { actOnParty } from './actOnParty';
import { correctReturn, journeyOf } from './correctReturn';
import { openPerson } from './details';
import { findReturn } from './findReturn';
import type { ReturnDoc } from './model';
import { refuseTakenDocument } from './updateReturn';

type Confirmation = Extract<InputOf<typeof verifyReturn>['body'], { decision: 'confirm' }>;

/** Confirms, with corrections; opens each person’s observation under the policy of this moment. All in one transaction. */
export async function confirmReturn(
  ctx: Context,
  who: Who,
  id: string,
  body: Confirmation,
  once: Once,
): Promise<ReturnDoc[]> {
  const { communityId } = await findReturn(ctx, who, id);
  const policy = policyAt((await communityOf(ctx, communityId)).policies, ctx.clock.now());
  const act = { id, action: 'confirm' as const, seenVersion: body.seenVersion, party: body.party, once };
  return actOnParty(ctx, who, act, async (doc, step, session, isAddressed) => {
    const corrections = isAddressed ? body.corrections : journeyOf(body.corrections);
    const corrected = await correctReturn(ctx, who, doc, corrections, 'corrections.', session);
    refuseFaults(startFaults(body.startEvent, corrected, ctx.clock.now()));
    const observation = await observe(ctx, who, corrected, body, policy, session);
    const verified = await step(corrected, { verifiedAt: ctx.clock.now(), observation });
    await recognise(ctx, verified, session);
    return verified;
  }).catch(refuseTakenDocument('corrections.document.number'));
}

async function observe(
  ctx: Context,
  who: Who,
  doc: ReturnDoc,
  body: Confirmation,
  policy: Policy,
  session: ClientSession,
) {
  const keyId = dataKeyId('episode', doc._id);
  const key = (await ctx.seals.load([keyId], session)).get(keyId);
  if (!key || !who.membership) throw problem('destroyed');
  const {
    communityId,
    residentId,
    partyId,
    householdId,
    dwellingId,
    door,
    surname,
    gridId,
    gridPath,
    patchId,
    audience,
  } = doc;
  const { kind, at } = body.startEvent;
  const opened = await openObservation(
    ctx,
    {
      communityId,
      residentId,
      returnId: doc._id,
      partyId,
      householdId,
      dwellingId,
      door,
      name: openPerson(doc, key).name,
      surname,
      gridId,
      gridPath,
      ...(patchId && { patchId }),
      startEvent: { kind, at: new Date(at) },
      openedBy: {
        accountId: new Types.ObjectId(who.accountId),
        membershipId: new Types.ObjectId(who.membership.id),
      },
      audience,
    },
    policy,
    key,
    session,
  );
  return { id: opened._id, lastDay: opened.lastDay, slotCount: opened.slotCount };
}

/**
 * The worker has seen who they are: provisional people become residents, and the declarer sees the own household. Where
 * two accounts say that they are this person, neither is taken at its word.
 */
async function recognise(ctx: Context, doc: ReturnDoc, session: ClientSession): Promise<void> {
  const { communityId, residentId, householdId, partyId } = doc;
  await confirmProvisional(ctx, communityId, { residentId, householdId }, session);
  const lasting = { partyId: { $exists: false } };
  const claims = await Memberships(ctx)
    .distinct('accountId', { communityId, residentId, $or: [{ partyId }, lasting] })
    .session(session);
  if (claims.length !== 1) return;
  await Memberships(ctx).updateMany(
    { communityId, partyId, residentId },
    { $unset: { partyId: 1 }, $inc: { rightsVersion: 1 } },
    { session },
  );
}
