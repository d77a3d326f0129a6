import type { getSlot as contract, SlotDetail } from '@shared/schedules/contract';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { presentTold, type ToldAccount, toldAbout } from '../notices';
import type { Input } from '../platform/endpoint';
import { mayWith } from '../platform/visible';
import { findSlot } from './findSlot';
import type { SlotDoc } from './model';
import { peopleAtHome } from './peopleAtHome';
import { presentSlots } from './present';
import { toldOfSlot, toldTogether } from './toldTogether';

/** One slot, and for whoever calls about it who was told of it, how and with what result. Problem: notFound. */
export async function getSlot(
  ctx: Context,
  who: Who,
  { params }: Input<typeof contract>,
): Promise<SlotDetail> {
  const doc = await findSlot(ctx, who, params.id, 'read');
  const [[view], told] = await Promise.all([
    presentSlots(ctx, who, [doc]),
    mayWith(who, 'excuse', 'Slot', doc) ? toldOf(ctx, doc) : [],
  ]);
  const staff = told.flatMap(({ side, accountId }) => (side === 'staff' ? [accountId] : []));
  return { ...(view as SlotDetail), told: presentTold(told, await openStaffNames(ctx, staff)) };
}

/** What was told of a household and a grid counts where this slot had come to that rung, and at home only what its own people were told. */
async function toldOf(ctx: Context, doc: SlotDoc): Promise<ToldAccount[]> {
  const { household, staff } = toldTogether(doc);
  const [told, home] = await Promise.all([
    Promise.all([...new Set([household, staff])].map((about) => toldAbout(ctx, about))),
    peopleAtHome(ctx, doc.communityId, [toldOfSlot(doc)]),
  ]);
  const rungs = doc.rungs.filter(({ state }) => state === 'told').map(({ name }) => `rung:${name}`);
  const own = new Set(home.accountsOf(toldOfSlot(doc), ['person', 'contact']).map(String));
  return told
    .flat()
    .filter(({ occasion }) => rungs.includes(occasion))
    .filter(({ side, accountId }) => side === 'staff' || own.has(String(accountId)))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
