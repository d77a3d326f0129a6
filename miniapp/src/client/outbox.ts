import Taro from '@tarojs/taro';
import { call } from './call';
import { now } from './clock';
import { touched } from './live';
import { endMending, isMended, type Mending } from './mending';
import { account, entryOf, isStill, loadOutbox, type OutboxEntry, put, take, useOutbox } from './outboxStore';
import { isForNow, Problem, Stumbled, Unreachable } from './problem';
import { useReach } from './reach';
import type { Operation } from './routes';
import { activeMembership, useSession, withToken } from './session';

export { type Draft, discard, mendedDraft, type OutboxEntry, useOutbox } from './outboxStore';

type Wish = Pick<OutboxEntry, 'key' | 'operation' | 'params' | 'body' | 'draft'>;

/**
 * Keeps a wish and sends it at once. Answers the reply, or null when nothing came back: then it goes on waiting. Throws
 * the Problem when it was refused. Whoever asked still has what was typed, and what was refused is on their form; what is
 * mended stays in the outbox as well until it has arrived.
 */
export async function sendOrKeep(wish: Wish, mending: Mending | null = null): Promise<unknown> {
  const owner = account();
  const entry = keep(owner, wish, mending);
  try {
    const reply = await sendOne(owner, entry);
    if (!mending) take(owner, entry.key);
    return reply;
  } catch (error) {
    if (!(error instanceof Problem)) {
      if (mending) endMending(mending);
      return null;
    }
    if (!mending) take(owner, entry.key);
    throw error;
  }
}

/** A new entry; a mended one is made as whoever made the old one, in whose place it stands from the first moment on. */
function keep(owner: string, wish: Wish, mending: Mending | null): OutboxEntry {
  const mended = mending && entryOf(owner, mending.key);
  const active = activeMembership(useSession.getState().session)?.id ?? null;
  const membershipId = mended ? mended.membershipId : active;
  const entry: OutboxEntry = { ...wish, membershipId, at: now().toISOString(), state: 'waiting' };
  put(owner, entry);
  if (!mending) return entry;
  if (mending.key !== entry.key) take(owner, mending.key);
  mending.key = entry.key;
  return entry;
}

/** What came back of wishes that were sent later, by their keys: for the page that still shows them. */
const answers = new Map<string, unknown>();
export const answerTo = (key: string): unknown => answers.get(key);

let running = false;

/**
 * Sends what waits, in order; stops at the first that does not get through, and when somebody else has signed in. What
 * the server stumbles over, or is being mended, holds up only what is about the same.
 */
export async function sendWaiting(): Promise<void> {
  const owner = account();
  if (running || !owner) return;
  running = true;
  const heldUp = new Set<string>();
  try {
    for (const entry of useOutbox.getState().entries.filter(({ state }) => state === 'waiting')) {
      const subjects = subjectsOf(entry);
      const waits = isMended(entry.key) || subjects.some((subject) => heldUp.has(subject));
      if (waits || (isStill(owner, entry) && !(await isThrough(owner, entry))))
        for (const subject of subjects) heldUp.add(subject);
    }
  } catch {
    // No network: the rest waits too.
  } finally {
    running = false;
  }
}

/**
 * What an entry is about: of one slot the first reading settles, a later declaration changes the earlier one. An order is about nothing
 * but itself.
 */
function subjectsOf({ key, operation, params, body }: OutboxEntry): string[] {
  if (operation === 'placeRequest') return [key];
  if (operation !== 'reportHouseholdReadings') return [params?.id ?? operation];
  return (body as { readings: { slotId: string }[] }).readings.map(({ slotId }) => slotId);
}

/** False where the server stumbled: it is tried again later. What was refused is out of the way. */
async function isThrough(owner: string, entry: OutboxEntry): Promise<boolean> {
  try {
    await sendOne(owner, entry);
    return true;
  } catch (error) {
    if (error instanceof Stumbled) return false;
    if (!(error instanceof Problem)) throw error;
    return true;
  }
}

/** What each wish is about: whatever shows it asks again, once it is done and where it was refused. */
const changes: Partial<Record<Operation, string[]>> = {
  declareReturn: ['return'],
  reportReading: ['slot', 'request', 'resident'],
  reportHouseholdReadings: ['slot', 'request', 'resident'],
  reportExtraReading: ['slot', 'request', 'resident'],
  logVisit: ['slot'],
  collectTrash: ['slot'],
  skipSlot: ['slot'],
  placeRequest: ['request'],
  actOnRequest: ['request'],
};
function changed({ operation }: OutboxEntry): void {
  for (const entity of changes[operation] ?? []) touched(entity);
}

/** What is refused for now is tried again; what is refused for good is shown, with everything that was typed. */
async function sendOne(owner: string, entry: OutboxEntry): Promise<unknown> {
  // What was discarded on its way does not come back.
  const putBack = (as: OutboxEntry) => entryOf(owner, entry.key) && put(owner, as);
  put(owner, { ...entry, state: 'sending' });
  try {
    const reply = await sendAs(owner, entry);
    const rest = refusedRows(entry, reply);
    answers.set(entry.key, reply);
    if (rest) putBack(rest);
    else take(owner, entry.key);
    changed(entry);
    return reply;
  } catch (error) {
    const isForGood = error instanceof Problem && !isForNow(error);
    if (isForGood) {
      putBack({ ...entry, state: 'refused', refused: { code: error.code, errors: error.errors } });
      changed(entry);
    } else putBack({ ...entry, state: 'waiting' });
    if (!(error instanceof Problem) || isForGood) throw error;
    throw error.code === 'internal' ? new Stumbled() : new Unreachable();
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
