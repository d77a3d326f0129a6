import type { CaseKindName } from '@shared/requests/kinds';
import type { CaseState } from '@shared/requests/lives';
import type { WorklistItem } from '@shared/worklist/contract';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Chip, Link, Notice } from '@/parts';
import { useActing } from '@/requests/useActing';
import { useCaseWords } from '@/requests/useCaseWords';
import { useRequestWords } from '@/requests/words';
import { useMomentText } from '@/words';
import { Waiting } from './Waiting';
import { useWorklistWords } from './words';

/** A case that is not closed and is no fever: taken on from here, everything else on its page. */
export function CaseItem({ item }: { item: WorklistItem }) {
  const [kind, state] = item.title.code.split('.') as [CaseKindName, CaseState];
  const words = useWorklistWords();
  const { states, age: ageText, anonymous } = useRequestWords();
  const { title } = useCaseWords(kind);
  const momentText = useMomentText();
  const { act, isSending, refusal } = useActing(item);
  const { surname, age, raisedAt, isAnonymous } = item.title.params;
  const isUrgent = item.urgency === 'fever';
  const door = item.door || (isAnonymous && anonymous);
  const head = [door, surname && `${String(surname)}**`, typeof age === 'number' && ageText(age)];
  return (
    <Waiting
      item={item}
      kind={states[state]}
      chip={<Chip kind={isUrgent ? 'bad' : 'warn'} label={title} />}
      head={head.filter(Boolean).join(' · ') || title}
      under={words.raisedAt(momentText(String(raisedAt)))}
    >
      {refusal && <Notice>{refusal}</Notice>}
      {item.actions.includes('acknowledge') && (
        <Button kind="tint" label={words.acknowledge} off={isSending} onTap={() => void act('acknowledge')} />
      )}
      <Link label={words.show} onTap={() => open(pages.case, { id: item.id })} />
    </Waiting>
  );
}
