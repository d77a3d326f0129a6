import { randomInt } from 'node:crypto';
import type { ReplyOf } from '@shared/contract';
import type { reportAnonymously as contract } from '@shared/requests/anonymousContract';
import { schemaOf } from '@shared/requests/fields';
import { caseKindOf } from '@shared/requests/kinds';
import { receiptLength, receiptSigns } from '@shared/requests/receipt';
import { Types } from 'mongoose';
import type { Context } from '../context';
import type { Input } from '../platform/endpoint';
import { type Once, refuseOtherBody } from '../platform/idempotency';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { parse } from '../platform/validation';
import { type CaseDoc, Cases } from './model';
import { openCase } from './openCase';
import { placeInWords } from './placeForCase';
import { presentAnonymous } from './presentAnonymous';
import { stepKey } from './stepKey';
import { openKeyOf, placeOf } from './texts';

/**
 * Something that nobody signs: no account is asked for, and none is kept, in whatever way the caller is signed in. A repeat answers with
 * the same receipt code. Problems: notFound, input.invalid, key.reused, tooManyRequests, destroyed.
 */
export async function reportAnonymously(
  ctx: Context,
  _who: null,
  { body, once }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const communityId = new Types.ObjectId(body.communityId);
  // The key is of one report and of nobody; who has it has just written this.
  const made: Once = { key: stepKey(null, once), hash: once.hash };
  const findBefore = () => Cases(ctx).findOne({ communityId, 'made.key': made.key }).lean();
  const before = await findBefore();
  if (before) return answered(ctx, before, made);
  const place = await placeInWords(ctx, null, communityId, '');
  const details = parse(schemaOf(caseKindOf(body.kind).fields), body.details, 'details');
  await ctx.limits.strict('anonymous', body.communityId);
  const code = newCode();
  const receipt = { code, hashes: ctx.blind.hashesOf(body.communityId, 'receipt', code) };
  try {
    const doc = await inTransaction(ctx, (session) =>
      openCase(ctx, { kind: body.kind, place, details, made, receipt }, session),
    );
    return await answered(ctx, doc, made);
  } catch (error) {
    // The same tap twice at the same moment.
    const first = isDuplicate(error) && (await findBefore());
    if (!first) throw error;
    return answered(ctx, first, made);
  }
}

const newCode = (): string =>
  Array.from({ length: receiptLength }, () => receiptSigns[randomInt(receiptSigns.length)]).join('');

async function answered(ctx: Context, doc: CaseDoc, made: Once): Promise<ReplyOf<typeof contract>> {
  if (doc.made) refuseOtherBody(doc.made, made);
  const key = await openKeyOf(ctx, doc);
  const receiptCode = key.open(doc.receipt?.code ?? '', placeOf.field(doc._id, 'receipt'));
  return { receiptCode, report: await presentAnonymous(ctx, doc) };
}
