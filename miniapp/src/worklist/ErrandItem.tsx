import type { ErrandState } from '@shared/requests/errandLife';
import type { ErrandKindName } from '@shared/requests/kinds';
import type { WorklistItem } from '@shared/worklist/contract';
import { Accept } from '@/carrying/Accept';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Chip } from '@/parts';
import { useErrandWords, useKindWord } from '@/requests/errands/words';
import { useMomentText } from '@/words';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** An errand that I carry, or that nobody has accepted at a door I answer for: accepted from here, everything else on its page. */
export function ErrandItem({ item }: { item: WorklistItem }) {
  const words = useWorklistWords();
  const errandWords = useErrandWords();
  const kindWord = useKindWord();
  const momentText = useMomentText();
  const [kind, state] = item.title.code.split('.') as [ErrandKindName, ErrandState];
  const { size, urgent, isHeld, leaseUntil } = item.title.params;
  const mayAccept = item.actions.includes('accept');
  const show = (kind: 'plain' | 'tint') => (
    <Button kind={kind} label={words.open} onTap={() => open(pages.staffErrand, { id: item.id })} />
  );
  return (
    <Waiting
      item={item}
      kind={kindWord(kind)}
      chip={urgent === true && <Chip kind="bad" label={errandWords.urgent} />}
      head={[item.door, Number(size) > 1 && errandWords.things(Number(size))].filter(Boolean).join(' · ')}
      under={[
        isHeld || state === 'assigned' ? errandWords.states[state] : errandWords.goingOn.waitsForCarrier,
        leaseUntil && words.leased(momentText(String(leaseUntil))),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      {mayAccept ? <Accept of={item}>{show('plain')}</Accept> : show('tint')}
    </Waiting>
  );
}
