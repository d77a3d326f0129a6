import { Call, Notice } from '@/parts';
import { useHelpWords } from './words';

/** What cannot wait is called, not typed. */
export function CallFirst({ numbers }: { numbers: readonly string[] }) {
  const words = useHelpWords();
  if (!numbers.length) return null;
  return (
    <Notice kind="waiting">
      {words.cannotWait}
      {numbers.map((number) => (
        <Call key={number} label={words.emergency(number)} phone={number} />
      ))}
    </Notice>
  );
}
