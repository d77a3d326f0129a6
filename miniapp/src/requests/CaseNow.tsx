import type { CaseView } from '@shared/requests/caseView';
import { View } from '@tarojs/components';
import { Card, Chip, Heading } from '@/parts';
import { useMomentText } from '@/words';
import { DueChip } from '@/worklist/DueChip';
import { useCaseWords } from './useCaseWords';
import { useRequestWords } from './words';

/** How a case that is no fever stands: what it is, whose, until when. */
export function CaseNow({ of }: { of: CaseView }) {
  const words = useRequestWords();
  const { title, outcomeWord } = useCaseWords(of.kind);
  const momentText = useMomentText();
  const isOpen = of.state !== 'closed';
  const head = [of.door, of.name, of.age !== null && words.age(of.age)].filter(Boolean).join(' · ');
  return (
    <Card kind={isOpen && of.urgency === 'fever' ? 'urgent' : ''}>
      <View className="row between">
        <Chip kind={isOpen && of.urgency === 'fever' ? 'bad' : 'info'} label={title} />
        {of.dueAt && <DueChip at={of.dueAt} />}
      </View>
      <Heading look="door">{head || (of.isAnonymous ? words.anonymous : title)}</Heading>
      <View className="under">{words.raisedAt(momentText(of.raisedAt))}</View>
      <View className="row wrap">
        <Chip
          kind={isOpen ? 'info' : 'ok'}
          label={of.outcome ? words.closed(outcomeWord(of.outcome)) : words.states[of.state]}
        />
        {of.repeat && <Chip label={words.next(momentText(of.repeat.nextAt))} />}
      </View>
    </Card>
  );
}
