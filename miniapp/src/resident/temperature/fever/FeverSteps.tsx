import type { CaseView } from '@shared/requests/caseView';
import type { FeverOutcome, FeverStep } from '@shared/requests/kinds/fever';
import { useClock } from '@/client/useClock';
import { type StepProps, Steps } from '@/parts';
import { useMomentText, usePlainWords } from '@/words';
import { seenBy } from '../../seenBy';
import { useFeverWords } from './words';

type Words = ReturnType<typeof useFeverWords>;
type MomentText = (at: string) => string;

/** Reported, seen, contacted, measured again, and what came of it: each with its time. */
export function FeverSteps({ request }: { request: CaseView }) {
  const words = useFeverWords();
  const momentText = useMomentText();
  const { comma } = usePlainWords();
  const at = useClock();
  const { state, raisedAt, closedAt, outcome, readings } = request;
  const first = readings[0]?.celsius;
  const second = secondStep(request, words, momentText, at);
  return (
    <Steps
      steps={[
        {
          title: words.reported,
          note: [momentText(raisedAt), first && `${first.toFixed(1)} ℃`].filter(Boolean).join(' '),
          state: 'done',
        },
        seenStep(request, words, momentText),
        contactStep(request, words, momentText, comma),
        ...(second ? [second] : []),
        ...(state === 'closed' && closedAt
          ? [
              {
                title: words.outcome,
                note: [momentText(closedAt), outcome && words.outcomes[outcome as FeverOutcome]]
                  .filter(Boolean)
                  .join(' '),
                state: 'done' as const,
              },
            ]
          : []),
      ]}
    />
  );
}

function seenStep(
  { state, acknowledgedAt, steps }: CaseView,
  words: Words,
  momentText: MomentText,
): StepProps {
  // Opened again it waits once more, whoever saw it before.
  if (state === 'raised' || !acknowledgedAt)
    return { title: words.notSeen, note: words.toldAlready, state: 'now' };
  return {
    title: words.isSeen,
    note: [momentText(acknowledgedAt), seenBy(steps)].filter(Boolean).join(' '),
    state: 'done',
  };
}

function contactStep(
  { state, handledAt, dueAt, steps }: CaseView,
  words: Words,
  momentText: MomentText,
  comma: string,
): StepProps {
  const done = steps.flatMap(({ at, step, result }) => {
    const said = step && result ? words.steps[step as FeverStep]?.[result] : undefined;
    return said ? [`${momentText(at)} ${said}`] : [];
  });
  const note = done.join(comma) || (dueAt && state !== 'raised' ? words.by(momentText(dueAt)) : undefined);
  if (state === 'closed' || (state === 'handling' && handledAt))
    return { title: words.contact, note, state: 'done' };
  return { title: words.contact, note, state: state === 'raised' ? 'next' : 'now' };
}

function secondStep(
  { secondReading, state }: CaseView,
  words: Words,
  momentText: MomentText,
  at: Date,
): StepProps | null {
  if (!secondReading) return null;
  const { opensAt, closesAt, celsius } = secondReading;
  const title = words.measure;
  if (secondReading.state === 'done' || secondReading.state === 'late')
    return { title, note: words.measured(celsius === null ? '' : `${celsius.toFixed(1)} ℃`), state: 'done' };
  if (state === 'closed') return null;
  if (at >= new Date(closesAt)) return { title, note: words.missed, state: 'next' };
  if (at < new Date(opensAt)) return { title, note: words.from(momentText(opensAt)), state: 'next' };
  return { title, note: words.now, state: 'now' };
}
