import { randomBytes } from 'node:crypto';

const tokenMs = 7200_000;
/** In its last minutes the next one is handed out; until it ends both are good. */
const overlapMs = 5 * 60_000;
/** A forced one does not come sooner after the last. */
const forcedEveryMs = 30_000;

/** The stable access tokens of one program. */
export function tokensOf(now: () => number) {
  /** When each ends; of one that was replaced by force nothing is known any more. */
  const ends = new Map<string, number>();
  let newest = { value: '', until: 0 };
  let forcedAt = Number.NEGATIVE_INFINITY;
  const make = () => {
    newest = { value: randomBytes(48).toString('base64url'), until: now() + tokenMs };
    ends.set(newest.value, newest.until);
  };
  return {
    /** The same until it nears its end. */
    ask() {
      if (newest.until - now() <= overlapMs) make();
      return { access_token: newest.value, expires_in: Math.ceil((newest.until - now()) / 1000) };
    },
    /** A new one at once; the one before is no good any more. */
    force() {
      if (now() - forcedAt < forcedEveryMs) return;
      forcedAt = now();
      ends.clear();
      make();
    },
    problemOf(value: string | undefined): 'noToken' | 'invalidToken' | 'expiredToken' | undefined {
      if (!value) return 'noToken';
      const until = ends.get(value);
      if (until === undefined) return 'invalidToken';
      return until <= now() ? 'expiredToken' : undefined;
    },
  };
}
