import { audience } from '@shared/live';
import { policyAt } from '@shared/observation/policies';
import { verifyBy } from '@shared/returns/clock';
import type { tipReturn as contract, Tip } from '@shared/returns/tip';
import { type ClientSession, Types } from 'mongoose';
import { communityOf } from '../accounts';
import type { Context, Who } from '../context';
import { accountsTold, gridBook, presentResponsible } from '../grids';
import { tell } from '../notices';
import type { Input } from '../platform/endpoint';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { insertAll, inTransaction, isDuplicate } from '../platform/mongo';
import { declaredBy, stepBy } from './actors';
import { sealDetails, tipPlace } from './details';
import { type ReturnDoc, Returns } from './model';
import { makeEpisode, newReturn } from './newReturn';
import { declarationKey } from './party';
import { type DeclaredPlace, placeDeclaration } from './placeDeclaration';

/**
 * Somebody tells of a person who came back (知情告知): a return without person and journey, which a worker completes or rejects.
 * Who told is kept for the record and shown to nobody. Problems: input.invalid, key.reused, tooManyRequests.
 */
export async function tipReturn(ctx: Context, who: Who, { body, once }: Input<typeof contract>) {
  const place = await placeDeclaration(ctx, who, body);
  const repeated = await findRepeated(ctx, who, place.communityId, once);
  if (repeated) return answer(ctx, repeated);
  await ctx.limits.strict('tip', who.accountId);
  try {
    return await answer(
      ctx,
      await inTransaction(ctx, (session) => keepTip(ctx, who, { body, once, place }, session)),
    );
  } catch (error) {
    const first = isDuplicate(error) && (await findRepeated(ctx, who, place.communityId, once));
    if (!first) throw error;
    return answer(ctx, first);
  }
}

async function findRepeated(ctx: Context, who: Who, communityId: Types.ObjectId, once: Once) {
  const key = declarationKey(who, once, 0);
  const doc = await Returns(ctx).findOne({ communityId, 'declarations.key': key }).lean();
  const declaration = doc?.declarations.find((one) => one.key === key);
  if (declaration) refuseOtherBody(declaration, once);
  return doc;
}

interface Told {
  body: Tip;
  once: Once;
  place: DeclaredPlace;
}

async function keepTip(ctx: Context, who: Who, told: Told, session: ClientSession): Promise<ReturnDoc> {
  const doc = await tipDoc(ctx, who, told, session);
  await insertAll(Returns(ctx), [doc], session);
  const { communityId, door, declaredAt } = doc;
  const responsible = accountsTold(await gridBook(ctx, communityId), doc, ['responsible'], declaredAt);
  await tell(
    ctx,
    responsible.map((accountId) => ({
      about: { entity: 'return', id: String(doc._id) },
      occasion: 'declared',
      accountId,
      communityId,
      side: 'staff',
      code: 'return.tipped',
      params: { door },
      madeAt: declaredAt,
    })),
    session,
  );
  return doc;
}

/** Person and household are ids of nobody until it is known who came back: no household sees a tip. */
async function tipDoc(
  ctx: Context,
  who: Who,
  { body, once, place }: Told,
  session: ClientSession,
): Promise<ReturnDoc> {
  const { communityId } = place;
  const now = ctx.clock.now();
  const _id = new Types.ObjectId();
  const key = await makeEpisode(ctx, _id, session);
  const { illness } = policyAt((await communityOf(ctx, communityId)).policies, now);
  const details = { ...nothingKnown, name: body.name ?? '', phone: body.phone ?? null };
  const by = stepBy(who);
  const doc = newReturn({
    _id,
    communityId,
    partyId: new Types.ObjectId(),
    residentId: new Types.ObjectId(),
    householdId: new Types.ObjectId(),
    fields: sealDetails(ctx, communityId, _id, key, { place, details, illness, declaredAt: now }),
    source: 'tip',
    declaredBy: declaredBy(by),
    now,
    dueAt: verifyBy(now),
    by,
    declaration: { key: declarationKey(who, once, 0), hash: once.hash },
    audience: [audience.grid(String(place.gridId))],
  });
  return { ...doc, tip: { relation: body.relation, note: key.seal(body.note, tipPlace(_id)) } };
}

const nothingKnown = {
  document: null,
  relation: 'self' as const,
  origin: {},
  leftAt: null,
  arrivedAt: null,
  transport: {},
  symptoms: [],
  reading: null,
};

async function answer(ctx: Context, doc: ReturnDoc) {
  const book = await gridBook(ctx, doc.communityId);
  return {
    id: String(doc._id),
    dueAt: doc.dueAt.toISOString(),
    responsible: presentResponsible(book, doc, ctx.clock.now()),
  };
}
