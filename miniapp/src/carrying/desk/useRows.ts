import { useEffect, useRef, useState } from 'react';
import { answerTo, discard, type OutboxEntry, useOutbox } from '@/client/outbox';
import { keep, read } from '@/client/phoneStore';
import { useReach } from '@/client/reach';
import { useSession } from '@/client/session';
import { useResidentsWords } from '@/residents/words';
import { usePlainWords } from '@/words';
import { useProblemWords, useRefusalWords } from '@/words/problems';
import type { StaffOrder } from '../order/form';
import type { Row } from './form';
import { type PlaceWords, placeRow } from './placeRow';
import { useDeskWords } from './words';

const draft = 'draft:deskRows';
/** What was placed long ago does not stand there for ever. */
const mostRows = 200;
/** Nobody may be told that the network is back. */
const everyMs = 10_000;
const keyOf = ({ order }: Row): string => order.key;

/** What has become of the doors that were entered, the newest first; kept on the phone, and gone on with when there is a network. */
export function useRows() {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const words = usePlaceWords();
  const standOf = useStand();
  const [rows, setRows] = useState<Row[]>(() => read<Row[]>(accountId, draft) ?? []);
  // Several may change before the next drawing.
  const newest = useRef(rows);
  const update = (next: Row[]) => {
    newest.current = next.slice(0, mostRows);
    setRows(newest.current);
    keep(accountId, draft, newest.current);
  };
  const change = (key: string, changes: Partial<Row>) =>
    update(newest.current.map((row) => (keyOf(row) === key ? { ...row, ...changes } : row)));
  /** On their way now: whatever calls for one of them meanwhile finds it there. */
  const going = useRef(new Set<string>());
  const run = async (row: Row) => {
    const key = keyOf(row);
    if (going.current.has(key)) return;
    going.current.add(key);
    // From then on it is not asked about any more: what would be found is this very order.
    const sending = (order: StaffOrder) => change(key, { order, isMeant: true });
    if (row.state !== 'unreached') change(key, { state: 'waiting', reason: '' });
    const outcome = await placeRow(row, words, sending);
    going.current.delete(key);
    change(key, outcome);
  };
  const goOn = () => {
    for (const row of newest.current) if (row.state === 'waiting' || row.state === 'unreached') void run(row);
  };
  const isReached = useReach((reach) => reach.isReached);
  // What was on its way when the page was left goes on as well: under its key it is one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and whenever the network is back.
  useEffect(() => {
    if (isReached) goOn();
  }, [isReached]);
  const isLeft = rows.some(({ state }) => state === 'unreached');
  // biome-ignore lint/correctness/useExhaustiveDependencies: as long as there are any.
  useEffect(() => {
    if (!isLeft) return;
    const timer = setInterval(goOn, everyMs);
    return () => clearInterval(timer);
  }, [isLeft]);
  return {
    rows: rows.map(standOf),
    add: (row: Row) => update([row, ...newest.current]),
    run,
    /** Once more, with the answer to what was asked. */
    again(row: Row, asks?: Row['asks'], chosen = ''): void {
      const isMeant = row.isMeant || asks === 'isMeant';
      const order = asks && asks !== 'isMeant' ? { ...row.order, [asks]: chosen } : row.order;
      change(keyOf(row), { order, isMeant });
      void run({ ...row, order, isMeant });
    },
    without(key: string): void {
      discard(key);
      update(newest.current.filter((row) => keyOf(row) !== key));
    },
    clear: () => update(newest.current.filter((row) => standOf(row).state !== 'placed')),
  };
}

/** What waited for a network may have arrived, been refused, or been taken out of what waits. */
function useStand(): (row: Row) => Row {
  const { entries } = useOutbox();
  const refusalWords = useRefusalWords();
  const told = (row: Row, entry: OutboxEntry | undefined): Partial<Row> => {
    if (entry?.refused) return { state: 'refused', reason: refusalWords(entry.refused.code) };
    if (entry) return {};
    return { state: answerTo(keyOf(row)) ? 'placed' : 'gone' };
  };
  return (row) =>
    row.state === 'kept'
      ? {
          ...row,
          ...told(
            row,
            entries.find(({ key }) => key === keyOf(row)),
          ),
        }
      : row;
}

function usePlaceWords(): PlaceWords {
  const words = useDeskWords();
  const plain = usePlainWords();
  const { homeOf } = useResidentsWords();
  const problemWords = useProblemWords();
  return {
    ...words.place,
    homeOf: (people) => homeOf(plain.list(people), people.length),
    refused: problemWords,
  };
}
