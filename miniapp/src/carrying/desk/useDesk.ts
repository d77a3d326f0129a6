import { useRef, useState } from 'react';
import { focusIn } from '@/client/focus';
import { keep, read } from '@/client/phoneStore';
import { scrollTo } from '@/client/scroll';
import { useSession } from '@/client/session';
import { uuidV7 } from '@/client/uuidV7';
import type { StaffOrder } from '../order/form';
import { newWritten, type Row, type Written, writtenFaults } from './form';
import { useRows } from './useRows';
import { useDeskWords } from './words';

const draft = 'draft:desk';

/** A pile of orders, door after door: what is typed now, and what has become of those before. */
export function useDesk() {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const { unfinished } = useDeskWords();
  const [written, setWritten] = useState(() => read<Written>(accountId, draft) ?? newWritten());
  // Several changes may come before the next drawing.
  const newest = useRef(written);
  const [isTried, setTried] = useState(false);
  const { add, run, ...rows } = useRows();
  const write = (changes: Partial<Written>) => {
    newest.current = { ...newest.current, ...changes };
    setWritten(newest.current);
    keep(accountId, draft, newest.current);
  };
  const order = (changes: Partial<StaffOrder>) => write({ order: { ...newest.current.order, ...changes } });
  const begin = (next: Written) => {
    setTried(false);
    write(next);
    focusIn('desk-door');
  };
  const enter = () => {
    setTried(true);
    if (writtenFaults(newest.current).length) return scrollTo('fault');
    const row: Row = { ...newest.current, state: 'waiting' };
    add(row);
    begin(newWritten(row.order.channel));
    void run(row);
  };
  /** Back into the form; what was begun there waits in its place. */
  const mend = ({ order: of, door, things }: Row) => {
    const begun = newest.current;
    rows.without(of.key);
    if (begun.door.trim() || begun.order.kind) add({ ...begun, state: 'refused', reason: unfinished });
    // Another door may be meant by then, and it is another wish.
    begin({ order: { ...of, key: uuidV7(), dwellingId: '', householdId: '' }, door, things });
  };
  const faults = isTried ? writtenFaults(written) : [];
  return { ...rows, written, faults, write, order, enter, mend };
}
export type DeskState = ReturnType<typeof useDesk>;
