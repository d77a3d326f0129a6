import type { Changes } from './changes';

/** Data keys that were opened lately. What was destroyed, here or by another process, is not in it. */
export interface OpenedKeys<Id extends string, Key> {
  /** Those that are known, and of the others what `read` finds. */
  load(ids: Id[], read: (missing: Id[]) => Promise<Map<Id, Key>>): Promise<Map<Id, Key>>;
  keep(id: Id, key: Key): void;
  forget(ids: Id[]): void;
}

const maxEntries = 20_000;

/** Evicted by the change stream; while the stream is down, every key is read. */
export function createOpenedKeys<Id extends string, Key>(changes: Changes): OpenedKeys<Id, Key> {
  const entries = new Map<Id, Key>();
  let evictions = 0;
  const forget = (ids: Id[]) => {
    evictions += 1;
    for (const id of ids) entries.delete(id);
  };
  changes.on('dataKeys', ({ id, kind }) => kind !== 'insert' && forget([id as Id]));
  changes.onGap(() => {
    evictions += 1;
    entries.clear();
  });
  const keep = (id: Id, key: Key) => {
    if (changes.downForSeconds() > 0) return;
    if (entries.size >= maxEntries) entries.clear();
    entries.set(id, key);
  };
  return {
    async load(ids, read) {
      const known = changes.downForSeconds() > 0 ? new Map<Id, Key>() : entries;
      const found = new Map<Id, Key>();
      for (const id of ids) {
        const key = known.get(id);
        if (key) found.set(id, key);
      }
      if (found.size === ids.length) return found;
      const before = evictions;
      const opened = await read(ids.filter((id) => !found.has(id)));
      for (const [id, key] of opened) {
        found.set(id, key);
        // What was read while something was evicted may be gone by now.
        if (before === evictions) keep(id, key);
      }
      return found;
    },
    keep,
    forget,
  };
}
