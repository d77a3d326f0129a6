import type { requestBindingCode as contract } from '@shared/roster/binding';
import { issueCode } from '../../accounts';
import type { Context, Who } from '../../context';
import { refuseWithoutPort } from '../../notices';
import type { Input } from '../../platform/endpoint';
import { residentByPhone } from './residentByPhone';

/**
 * A code to the telephone that the roster has behind this door. For any other telephone the same is done and answered, and
 * nothing leaves: nobody learns who is in the roster.
 */
export async function requestBindingCode(ctx: Context, who: Who, { body }: Input<typeof contract>) {
  refuseWithoutPort(ctx);
  await ctx.limits.strict('binding', who.accountId);
  const { dwellingId, phone } = body;
  const resident = await residentByPhone(ctx, dwellingId, phone);
  return issueCode(ctx, {
    ...bindingCode(who, dwellingId, phone),
    phone,
    template: 'bindingCode',
    withheld: !resident,
  });
}

/** One is alive for an account; it proves the telephone behind this door. */
export const bindingCode = ({ accountId }: Who, dwellingId: string, phone: string) => ({
  _id: `binding:${accountId}`,
  proves: `${dwellingId}\0${phone}`,
});
