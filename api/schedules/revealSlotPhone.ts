import type { revealSlotPhone as contract } from '@shared/schedules/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { findSlot } from './findSlot';
import { revealPhone } from './revealPhone';

/** The telephone to call about what is owed. Problems: notFound, notAllowed, tooManyRequests. */
export async function revealSlotPhone(ctx: Context, who: Who, { params, body }: Input<typeof contract>) {
  const doc = await findSlot(ctx, who, params.id, 'reveal');
  return { value: await revealPhone(ctx, who, doc, { entity: 'slot', ...body }) };
}
