import { mayAsk, subscriptionTemplates } from '@shared/notices/subscription';
import { dayOf } from '@shared/time';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { Subscriptions } from './subscriptions';

/** For which messages this person may be asked now. */
export async function listSubscriptions(ctx: Context, { accountId }: Who) {
  const { templates } = ctx.config.wechat;
  const known = await Subscriptions(ctx)
    .find({ accountId: new Types.ObjectId(accountId) })
    .lean();
  const today = dayOf(ctx.clock.now());
  const items = subscriptionTemplates.flatMap((template) => {
    const templateId = templates[template]?.id;
    const asked = known.find((one) => one.template === template) ?? null;
    return templateId && mayAsk(asked, today) ? [{ template, templateId }] : [];
  });
  return { items };
}
