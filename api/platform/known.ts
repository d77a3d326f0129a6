import type { Change, Changes } from './changes';
import { machineNow } from './clock';

/** What was read lately and is not read again until it changes. */
export interface Known<Id extends string, Value> {
  /** Those that are known, and of the others what `read` finds. */
  load(ids: readonly Id[], read: (missing: Id[]) => Promise<Map<Id, Value>>): Promise<Map<Id, Value>>;
  keep(id: Id, value: Value): void;
  /** Some, or all. */
  forget(ids?: readonly Id[]): void;
  /** Something is being written here: until its transaction has surely ended, and the stream has told of it, everything is read. */
  doubt(): void;
}

interface KnownOf<Id> {
  collection: string;
  /** What a change makes unknown; none of it with an empty list. */
  forgets(change: Change): readonly Id[] | 'all';
}

const maxEntries = 20_000;
/** No transaction lasts longer. */
const doubtMs = 10_000;

/** Forgotten by the change stream; while there is none, everything is read. */
export function createKnown<Id extends string, Value>(
  changes: Changes,
  { collection, forgets }: KnownOf<Id>,
): Known<Id, Value> {
  const entries = new Map<Id, Value>();
  let forgotten = 0;
  let doubtedAt = Number.NEGATIVE_INFINITY;
  const isTold = () => changes.downForSeconds() === 0 && machineNow().getTime() - doubtedAt > doubtMs;
  const forget = (ids?: readonly Id[]) => {
    forgotten += 1;
    if (!ids) return entries.clear();
    for (const id of ids) entries.delete(id);
  };
  changes.on(collection, (change) => {
    const ids = forgets(change);
    forget(ids === 'all' ? undefined : ids);
  });
  changes.onGap(() => forget());
  const keep = (id: Id, value: Value) => {
    if (!isTold()) return;
    if (entries.size >= maxEntries) entries.clear();
    entries.set(id, value);
  };
  const knownOf = (ids: readonly Id[]): Map<Id, Value> => {
    const found = new Map<Id, Value>();
    for (const id of isTold() ? ids : []) {
      const value = entries.get(id);
      if (value !== undefined) found.set(id, value);
    }
    return found;
  };
  return {
    async load(ids, read) {
      const found = knownOf(ids);
      const missing = ids.filter((id) => !found.has(id));
      if (!missing.length) return found;
      const before = forgotten;
      for (const [id, value] of await read(missing)) {
        found.set(id, value);
        // What was read while something was forgotten may be what it was before.
        if (before === forgotten) keep(id, value);
      }
      return found;
    },
    keep,
    forget,
    doubt() {
      forget();
      doubtedAt = machineNow().getTime();
    },
  };
}
