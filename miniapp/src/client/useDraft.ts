import { useState } from 'react';
import { drop, keep, namesOf, read } from './phoneStore';
import { useSession } from './session';

const nameOf = (name: string) => `draft:${name}`;

/** What somebody types or has begun, kept sealed on the phone under this name until it is done: it outlives a reload. */
export function useDraft<T extends string>(name: string): [value: T | '', change: (value: T | '') => void] {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const [value, setValue] = useState<T | ''>(() => read<T>(accountId, nameOf(name)) ?? '');
  const change = (next: T | '') => {
    setValue(next);
    if (next) keep(accountId, nameOf(name), next);
    else drop(accountId, nameOf(name));
  };
  return [value, change];
}

/** It was done: of everything that begins with this name nothing is kept. */
export function forgetDrafts(accountId: string, name: string): void {
  for (const kept of namesOf(accountId)) if (kept.startsWith(nameOf(name))) drop(accountId, kept);
}
