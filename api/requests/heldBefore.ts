import { type ErrandState, errandLife } from '@shared/requests/errandLife';
import type { HistoryEntry } from './model';

export interface Held {
  /** How the errand stood when they had it last. */
  state: ErrandState;
  /** What came after that, in the order in which it was written down. */
  since: HistoryEntry[];
}

/** Whether somebody had an errand at a moment or until shortly before it, as the history knows. Null: never until then. */
export function heldBefore(history: readonly HistoryEntry[], accountId: string, at: Date): Held | null {
  let holder: string | null = null;
  let last = -1;
  for (const [i, entry] of history.entries()) {
    if (entry.at > at) continue;
    if (entry.holder !== undefined) holder = entry.holder && String(entry.holder);
    if (holder === accountId && !errandLife.ended.includes(entry.to as ErrandState)) last = i;
  }
  const entry = history[last];
  return entry ? { state: entry.to as ErrandState, since: history.slice(last + 1) } : null;
}
