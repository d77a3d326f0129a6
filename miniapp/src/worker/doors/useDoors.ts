import type { UnreportedItem } from '@shared/schedules/contract';
import { useEffect, useState } from 'react';
import { keep, read } from '@/client/phoneStore';
import { type UnreportedAsked, useUnreported } from '@/client/queries/fevers';
import { useSession } from '@/client/session';
import { byStairs } from '../unreported/stairs';

const slotIdOf = ({ slotId }: UnreportedItem) => slotId;

/**
 * Everybody to ask on this trip, in the order of the stairs. Whoever was there when it began stays in the list, reported or not, and whoever
 * is settled by now is known; it is kept on the phone for a stairwell without a network.
 */
export function useDoors(isReady: boolean, asked: UnreportedAsked) {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const name = `doors:${JSON.stringify(asked)}`;
  const list = useUnreported(isReady, asked);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const [seen, setSeen] = useState<UnreportedItem[]>([]);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    const items = data?.pages.flatMap((page) => page.items);
    if (items) keep(accountId, name, items);
    const told = items ?? (accountId ? read<UnreportedItem[]>(accountId, name) : null) ?? [];
    setSeen((before) => {
      const known = new Set(before.map(({ slotId }) => slotId));
      const more = told.filter(({ slotId, actions }) => !known.has(slotId) && actions.includes('report'));
      return more.length ? [...before, ...more] : before;
    });
  }, [data, accountId, name]);
  // Only a whole list says who is not in it any more.
  const left = data && !hasNextPage && new Set(data.pages.flatMap(({ items }) => items.map(slotIdOf)));
  const isSettled = (slotId: string) => left !== undefined && left !== false && !left.has(slotId);
  const people = byStairs(seen).flatMap(({ floors }) => floors.flatMap(({ items }) => items));
  return { list, people, isSettled, isOld: data === undefined && seen.length > 0 };
}
