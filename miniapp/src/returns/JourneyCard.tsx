import type { ReturnView } from '@shared/returns/view';
import type { ReactNode } from 'react';
import { Card, Line } from '@/parts';
import { useClockText } from '@/words';
import { useChoiceWords, useOriginText, useReturnWords } from './words';

interface JourneyCardProps {
  of: ReturnView;
  before?: ReactNode;
  after?: ReactNode;
}

/** How somebody came, as it was declared. */
export function JourneyCard({ of, before, after }: JourneyCardProps) {
  const words = useReturnWords();
  const choices = useChoiceWords();
  const originText = useOriginText();
  const clockText = useClockText();
  const { kind, number, seat } = of.transport;
  return (
    <Card>
      {before}
      <Line label={words.from} value={originText(of.origin)} />
      {kind && <Line label={words.by} value={[choices[kind], number, seat].filter(Boolean).join(' ')} />}
      {of.leftAt && <Line label={words.left} value={clockText(of.leftAt)} />}
      {of.arrivedAt && <Line label={words.arrived} value={clockText(of.arrivedAt)} />}
      {after}
    </Card>
  );
}
