import { sumOf, type Ticked, ticked } from '@shared/requests/shopping';
import type { OutboxEntry } from '@/client/outbox';
import type { MergedList } from '@/client/queries/trips';
import { stepsIn } from '@/client/unsentSteps';

/** The list as it is in the shop: with the ticks that wait on this phone, and without what is written down as bought. */
export function withUnsent(list: MergedList, entries: readonly OutboxEntry[]): MergedList {
  const ticks = entries.flatMap(({ operation, state, body }) =>
    operation === 'markLines' && state !== 'refused' ? (body as { marks: Ticked[] }).marks : [],
  );
  const steps = stepsIn(entries);
  const isBought = (id: string) => steps.get(id)?.includes('buy') ?? false;
  const items = ticked(list.items, ticks).flatMap((line) => {
    if (!line.doors.some(({ requestId }) => isBought(requestId))) return [line];
    const doors = line.doors.filter(({ requestId }) => !isBought(requestId));
    const left = sumOf(doors.filter(({ as }) => as === null));
    return doors.length ? [{ ...line, doors, quantity: sumOf(doors), left }] : [];
  });
  return { items, errands: list.errands.filter(({ requestId }) => !isBought(requestId)) };
}
