import type { PhotoUse } from '@shared/files/contract';
import type { FieldError } from '@shared/problems';
import { create } from 'zustand';
import { now } from './clock';
import type { PageUrl } from './pages';
import { drop, dropExpired, keep, keptMs, namesOf, read } from './phoneStore';
import { dropPhotos } from './photoStore';
import type { Refusal } from './problem';
import type { Operation } from './routes';
import { useSession } from './session';

/** One wish on its way to the server. */
export interface OutboxEntry {
  /** Its Idempotency-Key: sent as often as it takes, it has its effect once. */
  key: string;
  /** As what the person acted; it is sent as that and nothing else. */
  membershipId: string | null;
  operation: Operation;
  params?: Record<string, string>;
  body: unknown;
  /** Photos that wait on the phone: sent first, each under its own key; then their ids stand in the `input` of the body. */
  photos?: readonly KeptPhoto[];
  /** When it was meant, by the server’s clock. */
  at: string;
  state: 'waiting' | 'sending' | 'refused';
  refused?: { code: Refusal; errors: FieldError[] };
  /** The form it was made from: what is refused later is mended there. */
  draft?: Draft;
}

export interface KeptPhoto {
  field: string;
  use: PhotoUse;
  key: string;
}

/** What waits to be sent; shown on every page while there is any. */
export const useOutbox = create<{ entries: OutboxEntry[] }>(() => ({ entries: [] }));

const prefix = 'outbox:';

/** What a form was filled in with, and the page it was filled in on. */
export interface Draft {
  page: PageUrl;
  params?: Record<string, string>;
  value: unknown;
  /** Which list of the form stands row by row beside the rows of the body, where each answers for itself. */
  rows?: string;
}

/** Under what a form is kept while an entry is mended on it: apart from what is begun anew on the same page. */
export const mendedDraft = (key: string): string => `draft:mended:${key}`;

export const account = (): string => useSession.getState().session?.account.id ?? '';

/** After the sign-in, or a new start of the program: what was left waiting. What is too old to be read is gone. */
export function loadOutbox(): void {
  const owner = account();
  dropExpired(owner);
  if (owner) void dropPhotos(owner, { onlyOld: true }).catch(() => undefined);
  const entries = namesOf(owner)
    .filter((name) => name.startsWith(prefix))
    .sort()
    .map((name) => read<OutboxEntry>(owner, name))
    .filter((entry): entry is OutboxEntry => entry !== null)
    .filter((entry) => isStill(owner, entry))
    .map((entry) => (entry.state === 'sending' ? { ...entry, state: 'waiting' as const } : entry));
  useOutbox.setState({ entries });
}

/** What is shown is only ever the signed-in account’s, whoever it was when something was begun. */
function show(owner: string, change: (entries: OutboxEntry[]) => OutboxEntry[]): void {
  if (owner === account()) useOutbox.setState({ entries: change(useOutbox.getState().entries) });
}

/** Keeps it as it is now; answers whether there was room. */
export function put(owner: string, entry: OutboxEntry): boolean {
  const isKept = keep(owner, prefix + entry.key, entry);
  // A UUIDv7 begins with the time: in the order in which they were meant.
  show(owner, (entries) =>
    [...entries.filter(({ key }) => key !== entry.key), entry].sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
  return isKept;
}

/** It is done, replaced, or too old. */
export function take(owner: string, key: string): void {
  drop(owner, prefix + key);
  drop(owner, mendedDraft(key));
  show(owner, (entries) => entries.filter((entry) => entry.key !== key));
}

/** The entry as it is kept; null once it is done or discarded, by another window of this browser too. */
export const entryOf = (owner: string, key: string): OutboxEntry | null =>
  read<OutboxEntry>(owner, prefix + key);

/** Whether it is to be sent: it is there, and not older than what is kept on a phone. */
export function isStill(owner: string, { key, at }: OutboxEntry): boolean {
  const isOld = now().getTime() - Date.parse(at) > keptMs;
  if (!isOld && entryOf(owner, key)) return true;
  take(owner, key);
  return false;
}

/** It is not to be sent any more. */
export const discard = (key: string): void => take(account(), key);

type Heard = (entry: OutboxEntry, reply: unknown) => void;
const heard: Heard[] = [];

/** Whoever shows what an entry is about hears its reply before the entry is gone: nothing looks undone in between. */
export const onArrival = (hear: Heard): void => void heard.push(hear);
export const tellArrival: Heard = (entry, reply) => {
  for (const hear of heard) hear(entry, reply);
};
