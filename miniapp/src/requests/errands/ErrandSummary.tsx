import type { ErrandView } from '@shared/requests/errandView';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card, Chip, Heading } from '@/parts';
import { useMomentText } from '@/words';
import { goingOn } from './soFar';
import { useGoingOnWord, useSoFar } from './useSoFar';
import { useErrandWords, useKindWord } from './words';

interface SummaryProps {
  of: ErrandView;
  /** Where it goes to; at home everybody knows. */
  withDoor?: boolean;
  /** What can be done with it from here. */
  children?: ReactNode;
}

/** One errand in a list: what it is, how it stands and since when, by when it is promised. */
export function ErrandSummary({ of, withDoor = false, children }: SummaryProps) {
  const words = useErrandWords();
  const kindWord = useKindWord();
  const momentText = useMomentText();
  const soFar = useSoFar();
  const told = soFar(of);
  const isOpen = of.state !== 'closed' && of.state !== 'cancelled';
  return (
    <Card {...(of.question !== null && { kind: 'waiting' as const })}>
      <View className="row wrap spaced">
        <ErrandChip of={of} />
        {of.urgent && isOpen && <Chip kind="bad" label={words.urgent} />}
      </View>
      <Heading look="title">
        {[
          withDoor && (of.details ? of.door : words.building(of.door)),
          kindWord(of.kind),
          of.size > 1 && words.things(of.size),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Heading>
      {told && <View className="under">{told}</View>}
      {isOpen && of.state !== 'delivered' && <View className="help">{words.by(momentText(of.dueAt))}</View>}
      {children}
    </Card>
  );
}

/** How it stands, in a word. */
export function ErrandChip({ of }: { of: ErrandView }) {
  const words = useErrandWords();
  const goingOnWord = useGoingOnWord();
  const going = goingOn(of);
  if (going === 'question' || going === 'confirming') return <Chip kind="warn" label={goingOnWord(going)} />;
  if (!going) return <Chip kind={of.state === 'closed' ? 'ok' : ''} label={words.states[of.state]} />;
  return <Chip kind={going === 'assigned' ? '' : 'info'} label={goingOnWord(going)} />;
}
