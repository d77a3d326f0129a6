import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Context } from '../context';
import { machineNow } from '../platform/clock';
import { problem } from '../platform/problem';
import type { MembershipDoc } from './model';

export const accessSeconds = 15 * 60;
export const refreshDays = 30;

/** What an access token carries: one active membership and the version of its rights. */
export interface Claims {
  sub: string;
  sid: string;
  exp: number;
  m: null | { id: string; v: number };
  /** Signed in with a one-time password: good for changing it and nothing else. */
  c?: true;
}

type Ring = Context['config']['keys']['token'];
// A KeyObject made once: jsonwebtoken turns a string into one at every check.
const secrets = new WeakMap<Buffer, ReturnType<typeof createSecretKey>>();
function secretOf(key: Buffer) {
  const secret = secrets.get(key) ?? createSecretKey(key);
  secrets.set(key, secret);
  return secret;
}

export function signAccess(ring: Ring, claims: Omit<Claims, 'exp'>): string {
  const [current] = ring;
  if (!current) throw new Error('the token keyring is empty');
  return jwt.sign(claims, secretOf(current.key), {
    algorithm: 'HS256',
    keyid: current.id,
    expiresIn: accessSeconds,
  });
}

/** Tokens that were checked, with the ring that vouched for them: a phone shows the same one many times in its quarter of an hour. */
const checked = new WeakMap<Ring, Map<string, Claims>>();
const mostChecked = 20_000;

/** Checks an access token in machine time. Problems: session.expired, session.missing. */
export function readAccess(ring: Ring, token: string): Claims {
  const known = checked.get(ring) ?? new Map<string, Claims>();
  checked.set(ring, known);
  const claims = known.get(token);
  if (claims && claims.exp * 1000 > machineNow().getTime()) return claims;
  known.delete(token);
  const fresh = checkAccess(ring, token);
  if (known.size >= mostChecked) known.clear();
  known.set(token, fresh);
  return fresh;
}

function checkAccess(ring: Ring, token: string): Claims {
  const kid = keyIdOf(token);
  const key = ring.find(({ id }) => id === kid);
  if (!key) throw problem('session.missing');
  try {
    return jwt.verify(token, secretOf(key.key), { algorithms: ['HS256'] }) as Claims;
  } catch (error) {
    throw problem((error as Error).name === 'TokenExpiredError' ? 'session.expired' : 'session.missing');
  }
}

/** Null for what is no token at all: its parts are read before they are checked. */
function keyIdOf(token: string): string | null {
  try {
    const [header = ''] = token.split('.');
    return (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid?: string }).kid ?? null;
  } catch {
    return null;
  }
}

/** `<session id>.<random>`: a repeat of any earlier token still names its family. */
export const firstRefresh = (sessionId: string): string =>
  `${sessionId}.${randomBytes(24).toString('base64url')}`;

/** The successor follows from the token and our key, so that a repeat within seconds gets the same one. */
export function nextRefresh(ring: Ring, token: string): string {
  const [current] = ring;
  if (!current) throw new Error('the token keyring is empty');
  const [sessionId] = token.split('.');
  return `${sessionId}.${createHmac('sha256', current.key).update(`refresh\0${token}`).digest('base64url')}`;
}

export const hashRefresh = (token: string): string => createHash('sha256').update(token).digest('base64url');

export const isActive = (membership: Pick<MembershipDoc, 'from' | 'until'>, now: Date): boolean =>
  membership.from <= now && (!membership.until || membership.until > now);
