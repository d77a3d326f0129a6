import type { Connection } from 'mongoose';
import { RateLimiterMemory, RateLimiterMongo } from 'rate-limiter-flexible';
import { Problem } from './problem';

/** Limits are per account or per secret, never per address: an estate may share one. */
export interface Limits {
  /** Ordinary calls of one account, in memory. */
  ordinary(accountId: string, kind: 'read' | 'write'): Promise<void>;
  /** Sign-in, codes, binding, import: shared by all processes. */
  strict(kind: StrictKind, key: string): Promise<void>;
}
export type StrictKind = 'signIn' | 'import' | 'code' | 'binding' | 'mandate';

const ordinaryPerMinute = { read: 900, write: 240 };
const strictRules: Record<StrictKind, { points: number; duration: number }> = {
  signIn: { points: 30, duration: 600 },
  import: { points: 30, duration: 600 },
  // A day: of one telephone, of one account that looks for its home, of one household.
  code: { points: 10, duration: 86_400 },
  binding: { points: 20, duration: 86_400 },
  mandate: { points: 20, duration: 86_400 },
};

export function createLimits(connection: Connection): Limits {
  const memory = {
    read: new RateLimiterMemory({ points: ordinaryPerMinute.read, duration: 60 }),
    write: new RateLimiterMemory({ points: ordinaryPerMinute.write, duration: 60 }),
  };
  const strict = new Map<StrictKind, RateLimiterMongo>();
  const strictOf = (kind: StrictKind) => {
    const found = strict.get(kind) ?? makeStrict(connection, kind);
    strict.set(kind, found);
    return found;
  };
  return {
    ordinary: (accountId, kind) => consume(memory[kind], accountId),
    strict: (kind, key) => consume(strictOf(kind), key),
  };
}

const makeStrict = (connection: Connection, kind: StrictKind) =>
  new RateLimiterMongo({
    storeClient: connection.getClient(),
    dbName: connection.name,
    tableName: 'limits',
    keyPrefix: kind,
    ...strictRules[kind],
  });

async function consume(limiter: RateLimiterMemory | RateLimiterMongo, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    throw tooMany(Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000));
  }
}

/** Come back in so many seconds. */
export const tooMany = (seconds: number): Problem =>
  new Problem('tooManyRequests', { seconds }, [], { 'Retry-After': String(seconds) });
