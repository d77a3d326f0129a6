import type { Context } from '../context';
import { invalid, problem } from '../platform/problem';
import type { ActionInput } from './acting';
import { type ErrandDoc, Errands } from './model';
import { openKeyOf, placeOf } from './texts';

const mostTries = 5;

/**
 * Whether a delivery is proved: by a photo, or by the code that only the household sees; where staff ordered for it, also by the name of whoever
 * opened. A try is counted before it is judged and outside any transaction: ten thousand codes are not tried at the door, nor at once.
 * Problems: input.invalid, request.codeSpent, destroyed.
 */
export async function checkEvidence(
  ctx: Context,
  doc: ErrandDoc,
  { photoFileId, doorCode, answeredBy }: ActionInput,
): Promise<void> {
  if (!doorCode) {
    if (photoFileId || (answeredBy && doc.channel !== 'app')) return;
    throw invalid([{ path: 'input.doorCode', code: 'required' }]);
  }
  const { communityId, _id } = doc;
  const { modifiedCount } = await Errands(ctx).updateOne(
    { communityId, _id, doorCodeTries: { $lt: mostTries } },
    { $inc: { doorCodeTries: 1 } },
  );
  if (!modifiedCount) throw problem('request.codeSpent');
  const key = await openKeyOf(ctx, doc);
  if (key.open(doc.doorCode, placeOf.field(_id, 'doorCode')) !== doorCode)
    throw invalid([{ path: 'input.doorCode', code: 'doorCode.wrong' }]);
}
