import { type ReactNode, useState } from 'react';
import { Link } from '@/parts';
import { useImportWords } from './words';

const atOnce = 20;

/** A long list, twenty lines at a time. */
export function Listed<T>({
  items,
  children,
}: {
  items: readonly T[];
  children(item: T, i: number): ReactNode;
}) {
  const words = useImportWords();
  const [shown, setShown] = useState(atOnce);
  const rest = items.length - shown;
  return (
    <>
      {items.slice(0, shown).map(children)}
      {rest > 0 && <Link label={words.more(Math.min(rest, atOnce))} onTap={() => setShown(shown + atOnce)} />}
    </>
  );
}
