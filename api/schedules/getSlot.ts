import type { getSlot as contract, SlotDetail } from '@shared/schedules/contract';
import { slotKindOf } from '@shared/schedules/kinds';
import { openStaffNames } from '../accounts';
import type { Context, Who } from '../context';
import { presentTold, staffTold, type ToldAccount, toldAbout } from '../notices';
import type { Input } from '../platform/endpoint';
import { mayWith } from '../platform/visible';
import { findSlot } from './findSlot';
import type { SlotDoc } from './model';
import { peopleAtHome } from './peopleAtHome';
import { presentSlots } from './present';
import { toldOfRung, toldOfSlot, toldTogether } from './toldTogether';

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
  return { ...(view as SlotDetail), told: presentTold(told, await openStaffNames(ctx, staffTold(told))) };
}

/** What was told of a household and a grid counts where this slot had come to that rung, and at home only what its own people were told. */
async function toldOf(ctx: Context, doc: SlotDoc): Promise<ToldAccount[]> {
  const { household, staff } = toldTogether(doc);
  const [told, home] = await Promise.all([
    Promise.all([...new Set([household, staff])].map((about) => toldAbout(ctx, about))),
    peopleAtHome(ctx, doc.communityId, [toldOfSlot(doc)]),
  ]);
  const come = doc.rungs.filter(({ state }) => state === 'told').map(({ name }) => name);
  const own = new Map(
    slotKindOf(doc.kind)
      .ladder(doc)
      .filter(({ name }) => come.includes(name))
      .map((rung) => [`rung:${rung.name}`, new Set(toldOfRung(home, doc, rung).map(String))]),
  );
  return told
    .flat()
    .filter(({ occasion }) => own.has(occasion))
    .filter(({ occasion, side, accountId }) => side === 'staff' || own.get(occasion)?.has(String(accountId)))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
