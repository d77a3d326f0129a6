import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, State } from '@/parts';
import { useHelpWords } from './words';

/** For whoever has no home here, or no word of the household to order for it. */
export function Nobody({ isNew }: { isNew: boolean }) {
  const words = useHelpWords();
  return (
    <State
      icon="bag"
      words={isNew ? words.noHome : words.notAllowed}
      button={isNew && <Button kind="tint" label={words.bind} onTap={() => open(pages.bind)} />}
    />
  );
}
