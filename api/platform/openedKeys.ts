import type { Changes } from './changes';
import type { DataKey, DataKeyId } from './sealing';

/** Data keys that were opened lately. What was destroyed, here or by another process, is not in it. */
export interface OpenedKeys {
  /** Those that are known, and of the others what `read` finds. */
  load(
    ids: DataKeyId[],
    read: (missing: DataKeyId[]) => Promise<Map<DataKeyId, DataKey>>,
  ): Promise<Map<DataKeyId, DataKey>>;
  keep(id: DataKeyId, key: DataKey): void;
  forget(ids: DataKeyId[]): void;
}

const maxEntries = 20_000;

/** Evicted by the change stream; while the stream is down, every key is read. */
export function createOpenedKeys(changes: Changes): OpenedKeys {
  const entries = new Map<DataKeyId, DataKey>();
  let evictions = 0;
  const forget = (ids: DataKeyId[]) => {
    evictions += 1;
    for (const id of ids) entries.delete(id);
  };
  changes.on('dataKeys', ({ id, kind }) => kind !== 'insert' && forget([id as DataKeyId]));
  changes.onGap(() => {
    evictions += 1;
    entries.clear();
  });
  const keep = (id: DataKeyId, key: DataKey) => {
    if (changes.downForSeconds() > 0) return;
    if (entries.size >= maxEntries) entries.clear();
    entries.set(id, key);
  };
  return {
    async load(ids, read) {
      const known = changes.downForSeconds() > 0 ? new Map<DataKeyId, DataKey>() : entries;
      const found = new Map<DataKeyId, DataKey>();
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
