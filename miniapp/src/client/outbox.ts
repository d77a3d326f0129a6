import type { contracts } from '@shared/contracts';
import type { FieldError, ProblemCode } from '@shared/problems';
import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { call } from './call';
import { now } from './clock';
import { drop, keep, namesOf, read } from './phoneStore';
import { Problem, Unreachable } from './problem';
import { useReach } from './reach';
import { activeMembership, useSession } from './session';

/** One wish on its way to the server. */
export interface OutboxEntry {
  /** Its Idempotency-Key: sent as often as it takes, it has its effect once. */
  key: string;
  /** As what the person acted; it is sent as that and nothing else. */
  membershipId: string | null;
  operation: keyof typeof contracts;
  params?: Record<string, string>;
  body: unknown;
  /** When it was meant, by the server’s clock. */
  at: string;
  state: 'waiting' | 'sending' | 'refused';
  refused?: { code: ProblemCode; errors: FieldError[] };
  /** The form it was made from: what is refused later is mended there. */
  draft?: Draft;
}

/** What waits to be sent; shown on every page while there is any. */
export const useOutbox = create<{ entries: OutboxEntry[] }>(() => ({ entries: [] }));

const prefix = 'outbox:';
/** Under what a form is kept while it is filled in. */
export interface Draft {
  name: string;
  value: unknown;
}
const account = (): string => useSession.getState().session?.account.id ?? '';

/** After the sign-in, or a new start of the program: what was left waiting. */
export function loadOutbox(): void {
  const entries = namesOf(account())
    .filter((name) => name.startsWith(prefix))
    .sort()
    .map((name) => read<OutboxEntry>(account(), name))
    .filter((entry): entry is OutboxEntry => entry !== null)
    .map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting' as const } : entry));
  useOutbox.setState({ entries });
}

function change(entry: OutboxEntry): void {
  keep(account(), prefix + entry.key, entry);
  const others = useOutbox.getState().entries.filter(({ key }) => key !== entry.key);
  // A UUIDv7 begins with the time: in the order in which they were meant.
  useOutbox.setState({ entries: [...others, entry].sort((a, b) => (a.key < b.key ? -1 : 1)) });
}

export function discard(key: string): void {
  drop(account(), prefix + key);
  useOutbox.setState({ entries: useOutbox.getState().entries.filter((entry) => entry.key !== key) });
}

type Wish = Pick<OutboxEntry, 'key' | 'operation' | 'params' | 'body' | 'draft'>;

/**
 * Keeps a wish and sends it at once. Answers the reply, or null when nothing came back: then it goes on waiting. Throws
 * the Problem when it was refused; whoever asked still has what was typed.
 */
export async function sendOrKeep(wish: Wish): Promise<unknown> {
  const membershipId = activeMembership(useSession.getState().session)?.id ?? null;
  const entry: OutboxEntry = { ...wish, membershipId, at: now().toISOString(), state: 'waiting' };
  change(entry);
  try {
    return await sendOne(entry);
  } catch (error) {
    if (!(error instanceof Problem)) return null;
    discard(entry.key);
    throw error;
  }
}

let running = false;

/** Sends what waits, in order; stops at the first that does not get through. */
export async function sendWaiting(): Promise<void> {
  if (running || !account()) return;
  running = true;
  try {
    for (const entry of useOutbox.getState().entries.filter(({ state }) => state === 'waiting'))
      await sendOne(entry).catch((error) => {
        if (!(error instanceof Problem)) throw error;
      });
  } catch {
    // No network: the rest waits too.
  } finally {
    running = false;
  }
}

/** What is refused for now is tried again; what is refused for good is shown, with everything that was typed. */
const passing: ProblemCode[] = [
  'unavailable',
  'internal',
  'tooManyRequests',
  'session.ended',
  'session.missing',
];

async function sendOne(entry: OutboxEntry): Promise<unknown> {
  change({ ...entry, state: 'sending' });
  try {
    const { operation, params, body, key, membershipId } = entry;
    const reply = await call(operation, { params, body, key } as never, await tokenFor(membershipId));
    discard(key);
    return reply;
  } catch (error) {
    const isForGood = error instanceof Problem && !passing.includes(error.code);
    if (isForGood)
      change({ ...entry, state: 'refused', refused: { code: error.code, errors: error.errors } });
    else change({ ...entry, state: 'waiting' });
    if (error instanceof Problem && !isForGood) throw new Unreachable();
    throw error;
  }
}

/** A token of the identity an entry was made under, when another one is active now. */
async function tokenFor(membershipId: string | null): Promise<string | undefined> {
  const { session } = useSession.getState();
  if (!membershipId || membershipId === session?.account.active) return undefined;
  const { accessToken } = await call('switchMembership', { body: { membershipId, remember: false } });
  return accessToken;
}

const everyMs = 30_000;
let timer: ReturnType<typeof setInterval> | undefined;

/** While the program is in front, what waits is tried again and again; and at once when the network is back. */
export function startOutbox(): void {
  clearInterval(timer);
  timer = setInterval(() => void sendWaiting(), everyMs);
  void sendWaiting();
}
export const stopOutbox = (): void => clearInterval(timer);

useSession.subscribe(({ session }, before) => {
  if (session?.account.id !== before.session?.account.id) loadOutbox();
  if (session?.accessToken && !before.session?.accessToken) void sendWaiting();
});
useReach.subscribe(({ isReached }) => void (isReached && sendWaiting()));
Taro.onNetworkStatusChange(({ isConnected }) => void (isConnected && sendWaiting()));
