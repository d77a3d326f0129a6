import type { ResidentFile } from '@shared/roster/residents';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button } from '@/parts';
import { useResidentsWords } from './words';

/** The way to correct an entry, for whoever may mend it or tell the worker. */
export function Correct({ file }: { file: ResidentFile }) {
  const words = useResidentsWords();
  if (!file.actions.some((action) => action === 'correct' || action === 'propose')) return null;
  return <Button label={words.correct} onTap={() => open(pages.change, { id: file.id })} />;
}
