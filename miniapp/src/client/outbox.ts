import Taro from '@tarojs/taro';
import { call } from './call';
import { now } from './clock';
import { account, isStill, loadOutbox, type OutboxEntry, put, take, useOutbox } from './outboxStore';
import { isForNow, Problem, Unreachable } from './problem';
import { useReach } from './reach';
import { activeMembership, useSession, withToken } from './session';

export { type Draft, discard, type OutboxEntry, useOutbox } from './outboxStore';

type Wish = Pick<OutboxEntry, 'key' | 'operation' | 'params' | 'body' | 'draft'>;

/**
 * Keeps a wish and sends it at once. Answers the reply, or null when nothing came back: then it goes on waiting. Throws
 * the Problem when it was refused; whoever asked still has what was typed.
 */
export async function sendOrKeep(wish: Wish): Promise<unknown> {
  const owner = account();
  const membershipId = activeMembership(useSession.getState().session)?.id ?? null;
  const entry: OutboxEntry = { ...wish, membershipId, at: now().toISOString(), state: 'waiting' };
  put(owner, entry);
  try {
    const reply = await sendOne(owner, entry);
    // Rows that were refused are on the form of whoever asked.
    take(owner, entry.key);
    return reply;
  } catch (error) {
    if (!(error instanceof Problem)) return null;
    take(owner, entry.key);
    throw error;
  }
}

/** What came back of wishes that were sent later, by their keys: for the page that still shows them. */
const answers = new Map<string, unknown>();
export const answerTo = (key: string): unknown => answers.get(key);

let running = false;

/** Sends what waits, in order; stops at the first that does not get through, and when somebody else has signed in. */
export async function sendWaiting(): Promise<void> {
  const owner = account();
  if (running || !owner) return;
  running = true;
  try {
    for (const entry of useOutbox.getState().entries.filter(({ state }) => state === 'waiting'))
      if (isStill(owner, entry)) await sendOne(owner, entry).catch(unlessRefused);
  } catch {
    // No network: the rest waits too.
  } finally {
    running = false;
  }
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}

/** What is refused for now is tried again; what is refused for good is shown, with everything that was typed. */
async function sendOne(owner: string, entry: OutboxEntry): Promise<unknown> {
  put(owner, { ...entry, state: 'sending' });
  try {
    const reply = await sendAs(owner, entry);
    const rest = refusedRows(entry, reply);
    answers.set(entry.key, reply);
    if (rest) put(owner, rest);
    else take(owner, entry.key);
    return reply;
  } catch (error) {
    const isForGood = error instanceof Problem && !isForNow(error);
    if (isForGood)
      put(owner, { ...entry, state: 'refused', refused: { code: error.code, errors: error.errors } });
    else put(owner, { ...entry, state: 'waiting' });
    if (error instanceof Problem && !isForGood) throw new Unreachable();
    throw error;
  }
}

interface Row {
  problem?: NonNullable<OutboxEntry['refused']>;
}

/** Of a wish for several people some may be refused: what was typed of those waits to be mended, the others are done. */
function refusedRows(entry: OutboxEntry, reply: unknown): OutboxEntry | null {
  const rows = (reply as { results?: Row[] } | undefined)?.results ?? [];
  const refused = rows.find(({ problem }) => problem)?.problem;
  if (!refused) return null;
  const { draft } = entry;
  const typed = draft?.value as Record<string, unknown[]> | undefined;
  const name = draft?.rows;
  const left = name && typed?.[name]?.filter((_, i) => rows[i]?.problem);
  return {
    ...entry,
    state: 'refused',
    refused,
    ...(draft && name && { draft: { ...draft, value: { ...typed, [name]: left } } }),
  };
}

/** Under the identity it was made under. A token that had to be renewed may belong to whoever signed in since: not then. */
const sendAs = (owner: string, { operation, params, body, key, membershipId }: OutboxEntry) =>
  withToken(async (token) => {
    if (account() !== owner) throw new Unreachable();
    const own = await tokenFor(membershipId, token);
    return call(operation, { params, body, key } as never, own);
  });

/** A token of the identity an entry was made under, when another one is active now. */
async function tokenFor(membershipId: string | null, token: string | undefined): Promise<string | undefined> {
  if (!membershipId || membershipId === useSession.getState().session?.account.active) return token;
  const { accessToken } = await call('switchMembership', { body: { membershipId, remember: false } }, token);
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
  if (session?.account.id !== before.session?.account.id) {
    answers.clear();
    loadOutbox();
  }
  if (session?.accessToken && !before.session?.accessToken) void sendWaiting();
});
useReach.subscribe(({ isReached }) => void (isReached && sendWaiting()));
Taro.onNetworkStatusChange(({ isConnected }) => void (isConnected && sendWaiting()));
