import type { ReplyOf } from '@shared/contract';
import type { setOpenedKinds as contract, getOpenedKinds as getContract } from '@shared/grids/teamContract';
import { openableKindNames } from '@shared/requests/kinds';
import { Communities } from '../../accounts';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { problem } from '../../platform/problem';
import { forgetGridBook, gridBook } from '../gridBook';

/** Which kinds of errands volunteers may accept here. */
export async function getOpenedKinds(
  ctx: Context,
  { membership }: Who,
): Promise<ReplyOf<typeof getContract>> {
  if (!membership) throw problem('notAllowed');
  const { openedKinds = [] } = (await gridBook(ctx, membership.communityId)).community;
  return { items: openableKindNames.map((kind) => ({ kind, isOpen: openedKinds.includes(kind) })) };
}

/** Opens kinds to volunteers, and closes the others: nobody accepts those any more, and whoever has one brings it. */
export async function setOpenedKinds(
  ctx: Context,
  who: Who,
  { body }: Input<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  if (!who.membership) throw problem('notAllowed');
  const { communityId } = who.membership;
  await Communities(ctx).updateOne({ _id: communityId }, { $set: { openedKinds: [...new Set(body.kinds)] } });
  forgetGridBook(ctx, communityId);
  return getOpenedKinds(ctx, who);
}
