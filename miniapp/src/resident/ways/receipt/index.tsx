import type { AnonymousReport } from '@shared/requests/anonymousContract';
import { readReceipt, receiptLength } from '@shared/requests/receipt';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { callAsNobody } from '@/client/call';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Problem } from '@/client/problem';
import { Button, Card, Heading, Link, Notice, Page, type StepProps, Steps, TextField } from '@/parts';
import { useCaseWords } from '@/requests/useCaseWords';
import { useFaults } from '@/returns/useFaults';
import { useMomentText, usePlainWords } from '@/words';
import { useAnonymousWords } from '../anonymousWords';
import { Which } from '../Which';

/** How something stands that nobody signed, for whoever has its code. */
export default function Receipt() {
  const words = useAnonymousWords();
  const plain = usePlainWords();
  const [communityId, setCommunity] = useState('');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState({ communityId: '', code: '' });
  const [isSending, setSending] = useState(false);
  const [report, setReport] = useState<AnonymousReport | null>(null);
  const { refusal, show, showRefusal } = useFaults();
  const look = async () => {
    if (isSending) return;
    const receiptCode = readReceipt(typed);
    const found = {
      communityId: communityId ? '' : words.choose,
      code: receiptCode.length === receiptLength ? '' : words.wrong,
    };
    setWrong(found);
    show([]);
    if (found.communityId || found.code) return;
    setSending(true);
    try {
      setReport(await callAsNobody('getAnonymousReport', { body: { communityId, receiptCode } }));
    } catch (error) {
      if (error instanceof Problem && error.code === 'notFound')
        setWrong({ communityId: '', code: words.unknown });
      else showRefusal(error);
    }
    setSending(false);
  };
  if (report) return <Standing of={report} onOther={() => setReport(null)} />;
  return (
    <Page
      isPublic
      title={words.receiptTitle}
      foot={
        <Button label={isSending ? plain.loading : words.look} off={isSending} onTap={() => void look()} />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <Which
        value={communityId}
        onChange={(id) => {
          setCommunity(id);
          setWrong((before) => ({ ...before, communityId: '' }));
        }}
        fault={wrong.communityId || undefined}
      />
      <Card>
        <TextField
          label={words.receipt}
          value={typed}
          max={30}
          onChange={(value) => {
            setTyped(value);
            setWrong((before) => ({ ...before, code: '' }));
          }}
          fault={wrong.code || undefined}
        />
      </Card>
      <Link label={words.report} onTap={() => open(pages.anonymous)} />
    </Page>
  );
}

function Standing({ of, onOther }: { of: AnonymousReport; onOther(): void }) {
  const words = useAnonymousWords();
  const { title, outcomeWord } = useCaseWords(of.kind);
  const momentText = useMomentText();
  const { raisedAt, acknowledgedAt, handledAt, closedAt, dueAt, outcome, answer } = of;
  const passed = [
    [words.raisedAt, raisedAt],
    [words.seenAt, acknowledgedAt],
    [words.handledAt, handledAt],
    [words.closedAt, closedAt],
  ] as const;
  const first = passed.findIndex(([, at]) => !at);
  const steps = passed.map(
    ([name, at], i): StepProps => ({
      title: name,
      note: at ? momentText(at) : i === first && dueAt ? words.due(momentText(dueAt)) : '',
      state: at ? 'done' : i === first ? 'now' : 'next',
    }),
  );
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
      <Link label={words.report} onTap={() => open(pages.anonymous)} />
    </Page>
  );
}
