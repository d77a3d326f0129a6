import type { ReconciliationView } from '@shared/requests/reconciliation';
import { Call, Card, Heading, type StepProps, Steps } from '@/parts';
import { Photos } from '@/photos/Photos';
import { useErrandWords } from '@/requests/errands/words';
import { yuanText } from '@/requests/errands/yuan';
import { useMomentText } from '@/words';
import { useReconciliationWords } from './words';

type Done = ReconciliationView['steps'][number];

/** One side: what somebody did, when, and when it arrived; with the way to ask. */
export function DoneWithout({ of: { by, steps } }: { of: ReconciliationView }) {
  const words = useReconciliationWords();
  const told = useTold();
  return (
    <>
      <Heading>{words.without(by.name)}</Heading>
      <Steps steps={steps.map(told)} />
      {by.phone && (
        <Card>
          <Call label={words.call(by.name)} phone={by.phone} />
        </Card>
      )}
    </>
  );
}

function useTold(): (done: Done) => StepProps {
  const words = useReconciliationWords();
  const errandWords = useErrandWords();
  const momentText = useMomentText();
  return ({ action, at, receivedAt, input }) => {
    const said = (name: string): string => (typeof input[name] === 'string' ? input[name] : '');
    const photo = said('photoFileId') || said('receiptFileId');
    return {
      title: [errandWords.steps[action], typeof input.amountFen === 'number' && yuanText(input.amountFen)]
        .filter(Boolean)
        .join(' '),
      note: [
        momentText(at),
        words.arrived(momentText(receivedAt)),
        said('text') || said('reason'),
        said('where') && words.at(said('where')),
        said('nextTryAt') && words.next(momentText(said('nextTryAt'))),
        said('answeredBy') && words.opened(said('answeredBy')),
        action === 'deliver' && !photo && !said('answeredBy') && words.code,
      ]
        .filter(Boolean)
        .join(' · '),
      below: photo && (
        <Photos ids={[photo]} label={said('receiptFileId') ? errandWords.receipt : errandWords.atTheDoor} />
      ),
      state: 'done',
    };
  };
}
