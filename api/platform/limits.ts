import { tipsADay } from '@shared/returns/tip';
import { type Connection, Schema } from 'mongoose';
import { RateLimiterMemory, RateLimiterMongo } from 'rate-limiter-flexible';
import { collection, schemaOptions } from './mongo';
import { Problem } from './problem';

/**
 * Limits are per account or per secret; an estate may share an address. By it only what is asked without saying who one is, in memory and
 * for a minute: an address is kept nowhere.
 */
export interface Limits {
  /** What is open to anybody, of one address. */
  open(address: string, kind: OpenKind): Promise<void>;
  /** Ordinary calls of one account, session or code, in memory. */
  ordinary(key: string, kind: OrdinaryKind): Promise<void>;
  /** Searches for people by name or number, and looks at originals: so many an hour for one account, in memory. */
  looking(accountId: string, kind: 'search' | 'reveal'): Promise<void>;
  /** Sign-in, codes, binding, import: shared by all processes. */
  strict(kind: StrictKind, key: string): Promise<void>;
}
export type StrictKind =
  | 'signIn'
  | 'password'
  | 'import'
  | 'declare'
  | 'code'
  | 'binding'
  | 'mandate'
  | 'tip'
  | 'order'
  | 'case'
  | 'anonymous'
  | 'photo';
/** `refresh` is by session, `code` by the code somebody brings. */
export type OrdinaryKind = 'read' | 'write' | 'refresh' | 'code';
/** What is posted on doors anyway, and how something stands that nobody signed: its code is tried by nobody in a row. */
export type OpenKind = 'posted' | 'receipt';

const limitRows = 'limits';

const ordinaryPerMinute: Record<OrdinaryKind, number> = { read: 900, write: 240, refresh: 30, code: 5 };
const openPerMinute: Record<OpenKind, number> = { posted: 300, receipt: 30 };
const lookingPerHour = { search: 120, reveal: 120 };
const strictRules: Record<StrictKind, { points: number; duration: number }> = {
  signIn: { points: 30, duration: 600 },
  password: { points: 10, duration: 600 },
  declare: { points: 40, duration: 86_400 },
  import: { points: 30, duration: 600 },
  // A day: of one telephone, of one account that looks for its home, of one household, what is ordered and raised for one, what nobody
  // signed in a whole community, and photos of one account.
  code: { points: 10, duration: 86_400 },
  binding: { points: 20, duration: 86_400 },
  mandate: { points: 20, duration: 86_400 },
  tip: { points: tipsADay, duration: 86_400 },
  order: { points: 40, duration: 86_400 },
  case: { points: 40, duration: 86_400 },
  anonymous: { points: 300, duration: 86_400 },
  photo: { points: 300, duration: 86_400 },
};

export function createLimits(connection: Connection): Limits {
  const perMinute = (points: number) => new RateLimiterMemory({ points, duration: 60 });
  const memory = {
    read: perMinute(ordinaryPerMinute.read),
    write: perMinute(ordinaryPerMinute.write),
    refresh: perMinute(ordinaryPerMinute.refresh),
    code: perMinute(ordinaryPerMinute.code),
  };
  const open = { posted: perMinute(openPerMinute.posted), receipt: perMinute(openPerMinute.receipt) };
  const hourly = {
    search: new RateLimiterMemory({ points: lookingPerHour.search, duration: 3600 }),
    reveal: new RateLimiterMemory({ points: lookingPerHour.reveal, duration: 3600 }),
  };
  const strict = new Map<StrictKind, RateLimiterMongo>();
  const strictOf = (kind: StrictKind) => {
    const found = strict.get(kind) ?? makeStrict(connection, kind);
    strict.set(kind, found);
    return found;
  };
  return {
    open: (address, kind) => consume(open[kind], address),
    ordinary: (key, kind) => consume(memory[kind], key),
    looking: (accountId, kind) => consume(hourly[kind], accountId),
    strict: (kind, key) => consume(strictOf(kind), key),
  };
}

/** The limiter's rows. Its own making of indexes, at the first use, would race with that use. */
collection(
  limitRows,
  new Schema<{ key: string; expire: Date }>({ key: String, expire: Date }, schemaOptions)
    .index({ key: 1 }, { unique: true })
    .index({ expire: -1 }, { expireAfterSeconds: 0 }),
);

const makeStrict = (connection: Connection, kind: StrictKind) =>
  new RateLimiterMongo({
    storeClient: connection.getClient(),
    dbName: connection.name,
    tableName: limitRows,
    disableIndexesCreation: true,
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
