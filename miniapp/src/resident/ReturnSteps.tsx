import type { ReturnView } from '@shared/returns/view';
import { type StepProps, Steps } from '@/parts';
import { useMomentText } from '@/words';
import { useResidentWords } from './words';

/** Where a declaration is: received, seen by whom until when, observation. */
export function ReturnSteps({ first, isUrgent }: { first: ReturnView; isUrgent: boolean }) {
  const words = useResidentWords();
  const momentText = useMomentText();
  const { state, declaredAt, dueAt, responsible, rejected, observation, handover } = first;
  const sent: StepProps = { title: words.sent, note: momentText(declaredAt), state: 'done' };
  if (state === 'rejected')
    return <Steps steps={[sent, { title: words.rejected, note: rejected?.reason, state: 'now' }]} />;
  if (state === 'withdrawn') return <Steps steps={[sent, { title: words.withdrawn, state: 'now' }]} />;
  if (handover && state !== 'verified') return <Steps steps={[sent, handoverStep(words, state, handover)]} />;
  const isWaiting = state === 'declared';
  return (
    <Steps
      steps={[
        sent,
        {
          title: words.verifying,
          note: isWaiting
            ? isUrgent
              ? words.atOnce(responsible.name)
              : words.by(responsible.name, momentText(dueAt))
            : words.verified,
          state: isWaiting ? 'now' : 'done',
        },
        {
          title: words.observation,
          note: observation ? words.until(observation.lastDay) : words.explained,
          state: isWaiting ? 'next' : 'now',
        },
      ]}
    />
  );
}

const handoverStep = (
  words: ReturnType<typeof useResidentWords>,
  state: ReturnView['state'],
  { communityName, phone }: NonNullable<ReturnView['handover']>,
): StepProps => ({
  title: words.handing(communityName),
  note: state === 'offered' ? words.untilTaken : words.handingNote(phone),
  state: 'now',
});
