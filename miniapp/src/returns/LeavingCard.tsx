import type { LeavingView } from '@shared/returns/leaving';
import type { ReactNode } from 'react';
import { Card, Chip, Heading, Line } from '@/parts';
import { useMomentText } from '@/words';
import { useLeavingWords } from './leavingWords';

const moods = { asked: 'warn', agreed: 'ok', refused: 'bad', withdrawn: '', left: 'ok' } as const;

/** Who leaves, when and where to, and what came of it. */
export function LeavingCard({ of, children }: { of: LeavingView; children?: ReactNode }) {
  const words = useLeavingWords();
  const momentText = useMomentText();
  return (
    <Card kind={of.state === 'asked' ? 'waiting' : ''}>
      <Chip kind={moods[of.state]} label={words.states[of.state]} />
      <Heading look="title">
        {of.name} · {of.door}
      </Heading>
      <Line label={words.leaves(momentText(of.leavesAt))} />
      <Line label={words.to} value={of.to} />
      {of.toCommunity && <Line label={words.toCommunity(of.toCommunity)} />}
      {of.refused && <Line label={words.reason} value={of.refused} />}
      {children}
    </Card>
  );
}
