import type { CaseView } from '@shared/requests/caseView';
import { View } from '@tarojs/components';
import { type StepProps, Steps } from '@/parts';
import { useCaseWords } from '@/requests/useCaseWords';
import { useMomentText, usePlainWords } from '@/words';
import { seenBy } from '../../seenBy';
import { useHelpWords } from '../words';

/** Raised, seen, looked into, and what came of it: each with its time. */
export function CaseSteps({ of }: { of: CaseView }) {
  const words = useHelpWords();
  const { title, stepWord, resultWord, outcomeWord } = useCaseWords(of.kind);
  const { comma } = usePlainWords();
  const momentText = useMomentText();
  const { state, raisedAt, acknowledgedAt, closedAt, outcome, dueAt, steps } = of;
  const isClosed = state === 'closed';
  // Opened again it waits once more, whoever saw it before.
  const isSeen = state !== 'raised' && acknowledgedAt !== null;
  const done = steps.flatMap(({ at, step, result }) =>
    step && result ? `${momentText(at)} ${stepWord(step)}${comma}${resultWord(step, result)}` : [],
  );
  const due = dueAt ? words.by(momentText(dueAt)) : '';
  const seen: StepProps = isSeen
    ? { title: words.isSeen, note: words.seenBy(momentText(acknowledgedAt), seenBy(steps)), state: 'done' }
    : { title: words.notSeen, note: due, state: isClosed ? 'done' : 'now' };
  const into: StepProps = {
    title: words.lookedInto,
    note: done.length || !isSeen ? '' : due,
    below: done.map((said) => (
      <View key={said} className="help">
        {said}
      </View>
    )),
    state: isClosed || state === 'handling' ? 'done' : isSeen ? 'now' : 'next',
  };
  const end: StepProps | null =
    isClosed && closedAt && outcome
      ? { title: words.outcome, note: `${momentText(closedAt)} ${outcomeWord(outcome)}`, state: 'done' }
      : null;
  const isWithdrawn = outcome === 'withdrawn';
  return (
    <Steps
      steps={[
        { title, note: momentText(raisedAt), state: 'done' },
        ...(isWithdrawn && !isSeen ? [] : [seen]),
        ...(isWithdrawn ? [] : [into]),
        ...(end ? [end] : []),
      ]}
    />
  );
}
