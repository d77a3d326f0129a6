import autocannon from 'autocannon';
import { uuidV7 } from '../../seed/uuidV7';
import type { Crowd } from './crowd';

export interface Target {
  name: string;
  url: string;
}

export interface Slice {
  perSecond: number;
  /** Milliseconds. */
  p99: number;
}

const connections = 50;
/** So often each household reports before anything is measured: a day counts, not its first minute. */
export const warmUp = 5;

/** How long, or how many requests. */
export type Amount = { seconds: number } | { requests: number };

export interface Shot {
  method?: 'POST' | 'PUT';
  path: string;
  headers: Record<string, string>;
  body: string;
  /** What follows from the reply. */
  answered?(body: string): void;
}

/** Sends what `next` gives at 50 connections, on each one request after the other. Throws when one is refused. */
export async function fire({ url }: Target, many: Amount, next: () => Shot): Promise<Slice> {
  let refusal = '';
  const result = await autocannon({
    url,
    connections,
    ...('requests' in many ? { amount: many.requests } : { duration: many.seconds }),
    requests: [
      {
        setupRequest: (request, context: Pick<Shot, 'answered'>) => {
          const { answered, ...shot } = next();
          Object.assign(context, { answered });
          return { ...request, method: 'POST', ...shot };
        },
        onResponse: (status, body, { answered }: Pick<Shot, 'answered'>) => {
          if (status >= 300) refusal = `${status} ${body}`;
          else answered?.(body);
        },
      },
    ],
  });
  if (refusal) throw new Error(`refused: ${refusal}`);
  return { perSecond: result['2xx'] / result.duration, p99: result.latency.p99 };
}

/** Gives out each open slot once, households in turn, so that nobody reports faster than people do. */
export function slotsOf({ tokens, slots }: Pick<Crowd, 'tokens' | 'slots'>) {
  let next = 0;
  return () => {
    const household = next % slots.length;
    const slot = slots[household]?.[Math.floor(next / slots.length)];
    next += 1;
    if (!slot) throw new Error('the bench has used up its slots');
    return { token: tokens[household] as string, slot, household };
  };
}

export const readingAt = (at: string) => ({
  ...{ celsius: 36.5, method: 'forehead', takenAt: at, enteredAt: at, clockOffsetMs: 0 },
  ...{ symptoms: [], medicine: false, filledBy: 'family', confirmed: [] },
});

/** One reading a request, as a phone reports it. */
export function singles(give: ReturnType<typeof slotsOf>, now: Date): () => Shot {
  const at = now.toISOString();
  const body = JSON.stringify(readingAt(at));
  return () => {
    const { token, slot } = give();
    return { path: `/api/slots/${slot}/readings`, body, headers: headersOf(token, at) };
  };
}

export const headersOf = (token: string, at: string) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
  'idempotency-key': uuidV7(),
  'x-now': at,
});
