import Taro from '@tarojs/taro';
import { now } from './clock';
import { touched } from './live';
import { endMending, isMended, type Mending } from './mending';
import {
  account,
  entryOf,
  isStill,
  loadOutbox,
  type OutboxEntry,
  put,
  take,
  tellArrival,
  useOutbox,
} from './outboxStore';
import { dropPhoto } from './photoStore';
import { isForNow, Problem, Stumbled, Unreachable } from './problem';
import { useReach } from './reach';
import type { Operation } from './routes';
import { sendEntry } from './sendEntry';
import { activeMembership, useSession } from './session';

export { type Draft, discard, mendedDraft, type OutboxEntry, onArrival, useOutbox } from './outboxStore';

type Wish = Pick<OutboxEntry, 'key' | 'operation' | 'params' | 'body' | 'photos' | 'draft'>;

/**
 * Keeps a wish and sends it at once. Answers the reply, or null when nothing came back, or something about the same has to arrive
 * before it: then it goes on waiting. Throws the Problem when it was refused, also by a phone that has no room to keep it. Whoever asked
 * still has what was typed, and what was refused is on their form; what is mended stays in the outbox as well until it has arrived.
 */
export async function sendOrKeep(wish: Wish, mending: Mending | null = null): Promise<unknown> {
  const owner = account();
  const { entry, isKept } = keep(owner, wish, mending);
  if (!isKept) return sendUnkept(owner, entry, mending);
  if (isBehind(entry)) {
    if (mending) endMending(mending);
    void sendWaiting();
    return null;
  }
  try {
    const reply = await sendOne(owner, entry);
    if (!mending) take(owner, entry.key);
    // What was done meanwhile for the same waited for this.
    void sendWaiting();
    return reply;
  } catch (error) {
    if (!(error instanceof Problem)) {
      if (mending) endMending(mending);
      return null;
    }
    if (!mending) take(owner, entry.key);
    void sendWaiting();
    throw error;
  }
}

/** The phone has no room for it: now or not at all, and what was meant before it for the same goes first. */
async function sendUnkept(owner: string, entry: OutboxEntry, mending: Mending | null): Promise<unknown> {
  const replaced = mending?.key;
  try {
    if (isBehind(entry, replaced)) await sendWaiting();
    if (isBehind(entry, replaced)) throw new Unreachable();
    const reply = await sendOne(owner, entry);
    if (replaced) take(owner, replaced);
    void sendWaiting();
    return reply;
  } catch (error) {
    throw error instanceof Problem ? error : new Problem({ code: 'phone.full' });
  } finally {
    take(owner, entry.key);
  }
}

/**
 * A new entry, and whether there was room for it; a mended one is made as whoever made the old one, in whose place it stands from the
 * first moment on.
 */
function keep(owner: string, wish: Wish, mending: Mending | null): { entry: OutboxEntry; isKept: boolean } {
  const mended = mending && entryOf(owner, mending.key);
  const active = activeMembership(useSession.getState().session)?.id ?? null;
  const membershipId = mended ? mended.membershipId : active;
  const entry: OutboxEntry = { ...wish, membershipId, at: now().toISOString(), state: 'waiting' };
  const isKept = put(owner, entry);
  if (mending && isKept) {
    if (mending.key !== entry.key) take(owner, mending.key);
    mending.key = entry.key;
  }
  return { entry, isKept };
}

/** What came back of wishes that were sent later, by their keys: for the page that still shows them. */
const answers = new Map<string, unknown>();
export const answerTo = (key: string): unknown => answers.get(key);

/** Whether something about the same was meant before it and is not there yet; not what it stands in the place of. */
function isBehind(entry: OutboxEntry, replaced?: string): boolean {
  const subjects = subjectsOf(entry);
  const isBefore = (one: OutboxEntry) =>
    one.key < entry.key && one.state !== 'refused' && one.key !== replaced;
  const { entries } = useOutbox.getState();
  return entries.some(
    (one) => isBefore(one) && subjectsOf(one).some((subject) => subjects.includes(subject)),
  );
}

let sending: Promise<void> | null = null;

/** Sends what waits; one after the other, however often it is asked for at the same moment. */
export function sendWaiting(): Promise<void> {
  const owner = account();
  if (!owner) return Promise.resolve();
  sending ??= sendAll(owner);
  return sending;
}

/**
 * In order, also what is kept meanwhile, and what carries a photo last: words need less of a network. Stops at the first that does not get
 * through, and when somebody else has signed in. What the server stumbles over, is on its way already, or is being mended, and a
 * photo that does not get through, hold up only what is about the same.
 */
async function sendAll(owner: string): Promise<void> {
  const tried = new Set<string>();
  const isNext = (entry: OutboxEntry) =>
    entry.state === 'waiting' && !tried.has(entry.key) && !isMended(entry.key) && !isBehind(entry);
  const next = () => {
    const ready = useOutbox.getState().entries.filter(isNext);
    return ready.find(({ photos }) => !photos) ?? ready[0];
  };
  // Whoever else asks at this moment waits for the same.
  await null;
  try {
    for (let entry = next(); entry; entry = next()) {
      tried.add(entry.key);
      if (isStill(owner, entry)) await sendOrStumble(owner, entry);
    }
  } catch {
    // No network: the rest waits too.
  } finally {
    sending = null;
  }
}

/**
 * What an entry is about: of one slot the first reading settles, a later declaration changes the earlier one, an errand is bought after
 * its lines were ticked. An order is about nothing but itself.
 */
export function subjectsOf({ key, operation, params, body }: OutboxEntry): string[] {
  switch (operation) {
    case 'placeRequest':
      return [key];
    case 'reportHouseholdReadings':
      return (body as { readings: { slotId: string }[] }).readings.map(({ slotId }) => slotId);
    case 'markLines':
      return (body as { marks: { requestId: string }[] }).marks.map(({ requestId }) => requestId);
    default:
      return [params?.id ?? operation];
  }
}

/** What the server stumbled over is tried again later; what was refused is out of the way. */
async function sendOrStumble(owner: string, entry: OutboxEntry): Promise<void> {
  try {
    await sendOne(owner, entry);
  } catch (error) {
    if (!(error instanceof Stumbled) && !(error instanceof Problem)) throw error;
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
  actOnRequest: ['request', 'reconciliation'],
  markLines: ['request', 'reconciliation'],
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
    const reply = await sendEntry(owner, entry);
    const rest = refusedRows(entry, reply);
    answers.set(entry.key, reply);
    tellArrival(entry, reply);
    if (rest) putBack(rest);
    else take(owner, entry.key);
    for (const { key } of entry.photos ?? []) void dropPhoto(owner, key).catch(() => undefined);
    changed(entry);
    return reply;
  } catch (error) {
    const isForGood = error instanceof Problem && !isForNow(error);
    if (isForGood) {
      putBack({ ...entry, state: 'refused', refused: { code: error.code, errors: error.errors } });
      changed(entry);
    } else putBack({ ...entry, state: 'waiting' });
    if (!(error instanceof Problem) || isForGood) throw error;
    // Too many of one thing hold up nothing else.
    throw error.code === 'internal' || error.code === 'tooManyRequests' ? new Stumbled() : new Unreachable();
  }
}

interface Row {
  problem?: NonNullable<OutboxEntry['refused']>;
}

/** Of a wish for several people some may be refused: what was typed of those waits to be mended, the others are done. */
function refusedRows(entry: OutboxEntry, reply: unknown): OutboxEntry | null {
  // Of a tick there is nothing to mend: the list shows how it stands.
  if (entry.operation === 'markLines') return null;
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
