import type { InputOf } from '@shared/contract';
import { verifyBy } from '@shared/returns/clock';
import type { placeAddress as contract } from '@shared/returns/place';
import { type ClientSession, Types } from 'mongoose';
import { Memberships } from '../accounts';
import type { Context, Who } from '../context';
import { accountsTold, gridBook, makeDwelling } from '../grids';
import { tell } from '../notices';
import type { Input } from '../platform/endpoint';
import { refuseOtherBody } from '../platform/idempotency';
import { inTransaction } from '../platform/mongo';
import { problem } from '../platform/problem';
import { actorsOf, may, rowFor, stepBy } from './actors';
import { correctReturn } from './correctReturn';
import { findReturn } from './findReturn';
import { type ReturnDoc, Returns } from './model';
import { freshClock } from './newReturn';
import { presentReturns } from './present';
import { historyKey } from './stepReturn';

/**
 * The office finds or makes the door of an address that was on no list. All who declared together move there, with their
 * household and provisional people; the worker of that door has the whole time to verify. Problems: notFound, notAllowed,
 * return.movedOn, input.invalid, key.reused.
 */
export async function placeAddress(ctx: Context, who: Who, input: Input<typeof contract>) {
  const { params, body, once } = input;
  const docs = await inTransaction(ctx, async (session) => {
    const doc = await findReturn(ctx, who, params.id, session);
    if (!may(who, 'place', doc)) throw problem('notAllowed');
    const key = historyKey(stepBy(who), once);
    const repeat = doc.declarations.find((one) => one.key === key);
    if (repeat) refuseOtherBody(repeat, once);
    else {
      await rowFor(ctx, actorsOf(who, doc), doc, 'update', body.seenVersion);
      const dwellingId = await doorOf(ctx, doc.communityId, body, session);
      await moveParty(ctx, who, doc, { dwellingId, declaration: { key, hash: once.hash } }, session);
    }
    return declaredOf(ctx, doc, session);
  });
  return { returns: await presentReturns(ctx, who, docs) };
}

async function doorOf(
  ctx: Context,
  communityId: Types.ObjectId,
  { dwellingId, address }: InputOf<typeof contract>['body'],
  session: ClientSession,
): Promise<string> {
  if (!address) return dwellingId ?? '';
  return String((await makeDwelling(ctx, communityId, address, session))._id);
}

const declaredOf = (ctx: Context, { communityId, partyId }: ReturnDoc, session: ClientSession) =>
  Returns(ctx).find({ communityId, partyId, state: 'declared' }).sort({ _id: 1 }).session(session).lean();

interface Move {
  dwellingId: string;
  declaration: ReturnDoc['declarations'][number];
}

async function moveParty(
  ctx: Context,
  who: Who,
  addressed: ReturnDoc,
  { dwellingId, declaration }: Move,
  session: ClientSession,
): Promise<void> {
  const { communityId, partyId } = addressed;
  for (const doc of await declaredOf(ctx, addressed, session))
    await correctReturn(ctx, who, doc, { dwellingId }, '', session);
  const clock = freshClock(verifyBy(ctx.clock.now()));
  await Returns(ctx).updateMany({ communityId, partyId, state: 'declared' }, { $set: clock }, { session });
  await Returns(ctx).updateOne(
    { communityId, _id: addressed._id },
    { $push: { declarations: declaration } },
    { session },
  );
  await Memberships(ctx).updateMany(
    { communityId, partyId },
    { $set: { dwellingId: new Types.ObjectId(dwellingId) }, $inc: { rightsVersion: 1 } },
    { session },
  );
  await tellWorker(ctx, await declaredOf(ctx, addressed, session), session);
}

/** Whoever answers for the door now hears of it as of a new declaration. */
async function tellWorker(ctx: Context, docs: ReturnDoc[], session: ClientSession): Promise<void> {
  const [first] = docs;
  if (!first) return;
  const { communityId, door, version } = first;
  const now = ctx.clock.now();
  const told = accountsTold(await gridBook(ctx, communityId), first, ['responsible'], now);
  await tell(
    ctx,
    told.map((accountId) => ({
      about: { entity: 'return', id: String(first._id) },
      occasion: `placed:${version}`,
      accountId,
      communityId,
      side: 'staff',
      code: 'return.declared',
      params: { door, people: docs.length },
      madeAt: now,
    })),
    session,
  );
}
