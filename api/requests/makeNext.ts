import type { Details } from '@shared/requests/fields';
import { caseKindOf } from '@shared/requests/kinds';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { caseNextAt, comingOf, repeatsAt } from './clock';
import { type CaseDoc, Cases } from './model';
import { openCase } from './openCase';
import { ofPerson } from './placeForCase';
import { isOfDead } from './tellRungs';
import { keyOf, placeOf } from './texts';

/**
 * A case that repeats makes the next one when its time has come: once, and the rhythm hangs on the new one from then on. What would have
 * been while nothing ran is over, and is passed over. It ends by itself with a person who has died or lives here no more. Answers
 * whether something was done. In the caller’s transaction.
 */
export async function makeNext(
  ctx: Context,
  doc: CaseDoc,
  now: Date,
  session: ClientSession,
): Promise<boolean> {
  const { repeat } = doc;
  const at = repeatsAt(doc);
  if (!repeat || !at || at > now) return false;
  const isOver = repeat.nextAt < now;
  const left = isOver ? { ...repeat, nextAt: comingOf(repeat, now) } : null;
  const nextStepAt = caseNextAt({ ...doc, repeat: left });
  const { communityId, _id, version } = doc;
  const { modifiedCount } = await Cases(ctx).updateOne(
    { communityId, _id, version },
    {
      $set: { repeat: left, ...(nextStepAt && { nextStepAt }) },
      ...(!nextStepAt && { $unset: { nextStepAt: 1 } }),
      $inc: { version: 1 },
    },
    { session },
  );
  // Another process, or a person, was first.
  if (modifiedCount && !isOver) await openNext(ctx, doc, session);
  return true;
}

async function openNext(ctx: Context, doc: CaseDoc, session: ClientSession): Promise<void> {
  const { kind, repeat, residentId, communityId, details, raisedBy, privateTo, channel } = doc;
  const { repeats } = caseKindOf(kind);
  const key = (await ctx.seals.load([keyOf(doc)], session)).get(keyOf(doc));
  if (!repeats || !repeat || !residentId || !details || !key || (await isOfDead(ctx, doc, session))) return;
  const place = await ofPerson(ctx, communityId, residentId);
  if (!place) return;
  const said = JSON.parse(key.open(details, placeOf.field(doc._id, 'details'))) as Details;
  await openCase(
    ctx,
    {
      ...{ kind, place, follows: doc._id },
      details: { ...said, [repeats.at]: repeat.nextAt.toISOString() },
      ...(raisedBy && { raisedBy }),
      ...(privateTo && { privateTo }),
      ...(channel && { channel }),
    },
    session,
  );
}
