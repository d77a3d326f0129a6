import type { NoticeCode } from '@shared/notices/codes';
import { type actOnCorrection as contract, correctionLife } from '@shared/roster/corrections';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../../context';
import { tell } from '../../notices';
import type { Input } from '../../platform/endpoint';
import { refuseOtherBody } from '../../platform/idempotency';
import { inTransaction, isDuplicate } from '../../platform/mongo';
import { problem } from '../../platform/problem';
import { dataKeyId } from '../../platform/sealing';
import { visible } from '../../platform/visible';
import { applyCorrection, keyOf, openSaid } from './applyCorrection';
import { handOf } from './hand';
import { type CorrectionDoc, Corrections } from './model';
import { actorsOf, presentCorrections } from './presentCorrections';

type Acting = Input<typeof contract>;

/**
 * A worker accepts or refuses, or whoever proposed takes it back: once, by whoever is first.
 * Problems: notFound, notAllowed, roster.movedOn, resident.known, resident.openWork, key.reused.
 */
export async function actOnCorrection(ctx: Context, who: Who, input: Acting) {
  const decided = await inTransaction(ctx, (session) => act(ctx, who, input, session)).catch((error) => {
    throw isDuplicate(error) ? problem('resident.known') : error;
  });
  const [view] = await presentCorrections(ctx, who, [decided]);
  return view as NonNullable<typeof view>;
}

async function act(
  ctx: Context,
  who: Who,
  { params, body, once }: Acting,
  session: ClientSession,
): Promise<CorrectionDoc> {
  const doc = await Corrections(ctx)
    .findOne({ $and: [{ _id: params.id }, visible(who, 'Correction')] })
    .session(session)
    .lean();
  if (!doc) throw problem('notFound');
  const { communityId, ...hand } = handOf(who);
  if (doc.decided?.key === once.key && doc.decided.accountId.equals(hand.accountId)) {
    refuseOtherBody(doc.decided, once);
    return doc;
  }
  const actors = actorsOf(who, doc);
  const mayEver = correctionLife.rows.some(
    ({ action, who: may }) => action === params.action && may.some((actor) => actors.includes(actor)),
  );
  if (!mayEver) throw problem('notAllowed');
  const row = correctionLife.row(doc.state, params.action);
  if (!row || doc.version !== body.seenVersion) throw movedOn(doc);
  const change = params.action === 'accept' ? await accept(ctx, doc, hand.accountId, session) : {};
  if (params.action !== 'accept' && doc.kind === 'movedIn') await forget(ctx, doc, session);
  const { reason } = body;
  const decision = { ...hand, at: ctx.clock.now(), ...(reason && { reason }), ...once };
  const taken = await Corrections(ctx)
    .findOneAndUpdate(
      { communityId, _id: doc._id, state: { $in: row.from }, version: doc.version },
      { $set: { ...change, state: row.to, decided: decision }, $inc: { version: 1 } },
      { session, returnDocument: 'after' },
    )
    .lean();
  if (!taken) throw movedOn(doc);
  if (row.tells) await tellProposer(ctx, taken, session);
  return taken;
}

const movedOn = ({ state, version }: CorrectionDoc) => problem('roster.movedOn', { state, version });

async function accept(
  ctx: Context,
  doc: CorrectionDoc,
  by: CorrectionDoc['by']['accountId'],
  session: ClientSession,
) {
  const key = await keyOf(ctx, doc, session);
  if (!key) throw problem('roster.movedOn');
  return applyCorrection(ctx, { ...doc, by }, openSaid(doc, key), key, session);
}

/** Somebody who did not move in has no file, and nothing that was said of the person can be read any more. */
const forget = (ctx: Context, { about }: CorrectionDoc, session: ClientSession): Promise<void> =>
  ctx.seals.destroy([dataKeyId('roster', about[0] ?? '')], session);

/** What a decision is called in a message. */
const codes: Partial<Record<CorrectionDoc['state'], NoticeCode>> = {
  applied: 'correction.applied',
  refused: 'correction.refused',
};

async function tellProposer(ctx: Context, doc: CorrectionDoc, session: ClientSession): Promise<void> {
  const code = codes[doc.state];
  if (!code) return;
  await tell(
    ctx,
    [
      {
        about: { entity: 'correction', id: String(doc._id) },
        occasion: doc.state,
        accountId: doc.by.accountId,
        communityId: doc.communityId,
        side: 'staff',
        code,
        params: { door: doc.door },
        madeAt: ctx.clock.now(),
      },
    ],
    session,
  );
}
