import { useMemo } from 'react';
import { type OutboxEntry, subjectsOf, useOutbox } from './outbox';

/** What was done and waits on this phone, in its order, by what it is about; what was refused is not said to be waiting. */
export function stepsIn(entries: readonly OutboxEntry[]): ReadonlyMap<string, readonly string[]> {
  const steps = new Map<string, string[]>();
  for (const entry of entries) {
    if (entry.state === 'refused') continue;
    const step = entry.params?.action ?? entry.operation;
    for (const id of subjectsOf(entry)) steps.set(id, [...(steps.get(id) ?? []), step]);
  }
  return steps;
}

export function useUnsentSteps(): ReadonlyMap<string, readonly string[]> {
  const { entries } = useOutbox();
  return useMemo(() => stepsIn(entries), [entries]);
}
