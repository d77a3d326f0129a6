import type { revealObservationPhone as contract } from '@shared/observation/contract';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { mayWith } from '../platform/visible';
import { revealPhone } from '../schedules';
import { findObservation } from './actOnObservation';

/** The telephone to call somebody under observation, for whoever looks after them. Problems: notFound, notAllowed, tooManyRequests. */
export async function revealObservationPhone(
  ctx: Context,
  who: Who,
  { params, body }: Input<typeof contract>,
) {
  const doc = await findObservation(ctx, who, params.id);
  if (!mayWith(who, 'reveal', 'Observation', doc)) throw problem('notAllowed');
  return { value: await revealPhone(ctx, who, doc, { entity: 'observation', ...body }) };
}
