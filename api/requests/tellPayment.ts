import type { Told } from '@shared/ladder';
import type { PaymentAction, PaymentTold } from '@shared/requests/paymentLife';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { Errands } from './model';
import type { PaymentDoc } from './paymentModel';
import { tellAbout } from './tellRungs';

const toldAs: Record<PaymentTold, readonly Told[]> = {
  household: ['person', 'contact'],
  leader: ['leader'],
  payer: [],
};

interface Said {
  /** What happened to it: a step, what a household asks that cancels, or that it came of what was done without network. */
  said: Exclude<PaymentAction, 'confirm'> | 'asked' | 'laidOut';
  tells: readonly PaymentTold[];
  who: Who;
}

/** Who hears of it does as of the errand, at the door where the household is now, and without the sum. In the caller's transaction. */
export async function tellPayment(
  ctx: Context,
  { _id, communityId, requestId, version, accountId, ...owed }: PaymentDoc,
  { said, tells, who }: Said,
  session: ClientSession,
): Promise<void> {
  const errand = await Errands(ctx).findOne({ communityId, _id: requestId }).session(session).lean();
  if (!errand) return;
  const { householdId, door, gridId, gridPath, patchId } = owed;
  const there = { ...errand, householdId, door, gridId, gridPath, patchId };
  await tellAbout(
    ctx,
    there,
    {
      occasion: `money:${String(_id)}:${version}`,
      code: `errand.money.${said}`,
      tells: tells.flatMap((told) => toldAs[told]),
      holders: tells.includes('payer') ? [accountId] : [],
      except: who.accountId,
    },
    session,
  );
}
