import type { Act } from '@shared/abilities';
import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import { mayWith, visible } from '../platform/visible';
import { type SlotDoc, Slots } from './model';

/** A slot that the caller sees and may do something with. Problems: notFound, notAllowed. */
export async function findSlot(ctx: Context, who: Who, id: string, act: Act): Promise<SlotDoc> {
  const doc = await Slots(ctx)
    .findOne({ $and: [{ _id: id }, visible(who, 'Slot')] })
    .lean();
  if (!doc) throw problem('notFound');
  if (!mayWith(who, act, 'Slot', doc)) throw problem('notAllowed');
  return doc;
}
