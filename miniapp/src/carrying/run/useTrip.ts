import type { RunView } from '@shared/requests/run';
import { useEffect, useState } from 'react';
import { keep, read } from '@/client/phoneStore';
import { useSession } from '@/client/session';
import { type Door, type Passed, passedWith } from './doorsOf';

/** The doors of a trip from its beginning on, kept on the phone: how many there were, and which of them are done. */
export function useTrip(run: RunView | null, doors: readonly Door[]) {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const name = run ? `trip:${run.id}` : '';
  const [trip, setTrip] = useState<{ name: string; passed: readonly Passed[] }>({ name: '', passed: [] });
  const before = trip.name === name ? trip.passed : (name && read<Passed[]>(accountId, name)) || [];
  const passed = name ? passedWith(before, doors) : [];
  const isNew = name !== trip.name || passed !== trip.passed;
  useEffect(() => {
    if (!name || !isNew) return;
    setTrip({ name, passed });
    keep(accountId, name, passed);
  }, [accountId, name, isNew, passed]);
  const isOpen = new Set(doors.filter(({ isDone }) => !isDone).map(({ householdId }) => householdId));
  return { count: passed.length, done: passed.filter(({ householdId }) => !isOpen.has(householdId)) };
}
