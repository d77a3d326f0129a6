import autocannon from 'autocannon';
import { uuidV7 } from '../../seed/uuidV7';
import type { Crowd } from './crowd';

export interface Target {
  name: string;
  url: string;
}

export interface Slice {
  perSecond: number;
  p99: number;
  refused: number;
}

const connections = 50;

/** Gives out each open slot once, households in turn, so that nobody reports faster than people do. */
export function slotsOf({ tokens, slots }: Crowd) {
  let next = 0;
  return () => {
    const household = next % slots.length;
    const slot = slots[household]?.[Math.floor(next / slots.length)];
    next += 1;
    if (!slot) throw new Error('the bench has used up its slots');
    return { token: tokens[household] as string, slot, household };
  };
}

/** One reading a request, for some seconds at 50 connections, or so many of them. */
export async function reportFor(
  seconds: number,
  { url }: Target,
  give: ReturnType<typeof slotsOf>,
  now: Date,
  amount?: number,
): Promise<Slice> {
  const at = now.toISOString();
  const body = JSON.stringify({
    ...{ celsius: 36.5, method: 'forehead', takenAt: at, enteredAt: at, clockOffsetMs: 0 },
    ...{ symptoms: [], medicine: false, filledBy: 'family', confirmed: [] },
  });
  const result = await autocannon({
    url,
    connections,
    ...(amount ? { amount } : { duration: seconds }),
    requests: [
      {
        method: 'POST',
        setupRequest: (request) => {
          const { token, slot } = give();
          return {
            ...request,
            path: `/api/slots/${slot}/readings`,
            body,
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${token}`,
              'idempotency-key': uuidV7(),
              'x-now': at,
            },
          };
        },
      },
    ],
  });
  return {
    perSecond: result['2xx'] / result.duration,
    p99: result.latency.p99,
    refused: result.non2xx + result.errors,
  };
}
