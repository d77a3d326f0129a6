import type { AnonymousReport, Receipt } from '@shared/requests/anonymousContract';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Button, Card, Heading, Link, Page, type StepProps, Steps } from '@/parts';
import { useCaseWords } from '@/requests/useCaseWords';
import { useMomentText } from '@/words';
import { useAnonymousWords } from '../anonymousWords';
import { AddForm } from './AddForm';

interface StandingProps {
  of: AnonymousReport;
  receipt: Receipt;
  onAdded(report: AnonymousReport): void;
  onOther(): void;
}

/** How far it is, what was answered, and what may be added. */
export function Standing({ of, receipt, onAdded, onOther }: StandingProps) {
  const words = useAnonymousWords();
  const { title, outcomeWord } = useCaseWords(of.kind);
  const steps = useSteps(of);
  const { closedAt, outcome, answer } = of;
  return (
    <Page isPublic title={words.receiptTitle} foot={<Button label={words.another} onTap={onOther} />}>
      <Card>
        <Heading look="head">{outcome ? outcomeWord(outcome) : title}</Heading>
      </Card>
      <Steps steps={steps} />
      {closedAt && (
        <Card>
          <Heading look="title">{words.answer}</Heading>
          <View>{answer ?? words.noAnswer}</View>
        </Card>
      )}
      {of.mayAdd && (
        <AddForm key={of.addedAt.length} receipt={receipt} isClosed={closedAt !== null} onAdded={onAdded} />
      )}
      <Link label={words.report} onTap={() => open(pages.anonymous)} />
    </Page>
  );
}

/** What was added stands under the first of them: it is the same report. */
function useSteps({ raisedAt, acknowledgedAt, handledAt, closedAt, dueAt, addedAt }: AnonymousReport) {
  const words = useAnonymousWords();
  const momentText = useMomentText();
  const passed = [
    [words.raisedAt, raisedAt],
    [words.seenAt, acknowledgedAt],
    [words.handledAt, handledAt],
    [words.closedAt, closedAt],
  ] as const;
  const first = passed.findIndex(([, at]) => !at);
  const added = addedAt.map((at) => words.addedAt(momentText(at)));
  return passed.map(([name, at], i): StepProps => {
    const due = i === first && dueAt ? words.due(momentText(dueAt)) : '';
    return {
      title: name,
      note: at ? [momentText(at), ...(i === 0 ? added : [])].join(words.stop) : due,
      state: at ? 'done' : i === first ? 'now' : 'next',
    };
  });
}
