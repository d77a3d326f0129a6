import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import { tell } from '../notices';
import type { ReturnDoc } from './model';

/** Tells the account that declared; once each return and state. */
export async function tellDeclarers(
  ctx: Context,
  docs: ReturnDoc[],
  code: string,
  session: ClientSession,
): Promise<void> {
  await tell(
    ctx,
    docs.map((doc) => ({
      about: { entity: 'return', id: String(doc._id) },
      occasion: doc.state,
      accountId: doc.declaredBy.accountId,
      communityId: doc.communityId,
      code,
      params: { door: doc.door },
      madeAt: ctx.clock.now(),
    })),
    session,
  );
}
