import type { AnonymousReport, Receipt } from '@shared/requests/anonymousContract';
import { readReceipt, receiptLength } from '@shared/requests/receipt';
import { useState } from 'react';
import { callAsNobody } from '@/client/call';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Problem } from '@/client/problem';
import { Button, Card, Link, Notice, Page, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useAnonymousWords } from '../anonymousWords';
import { Which } from '../Which';
import { Standing } from './Standing';

/** How something stands that nobody signed, for whoever has its code. */
export default function ReceiptPage() {
  const words = useAnonymousWords();
  const plain = usePlainWords();
  const [communityId, setCommunity] = useState('');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState({ communityId: '', code: '' });
  const [isSending, setSending] = useState(false);
  const [found, setFound] = useState<{ receipt: Receipt; report: AnonymousReport } | null>(null);
  const { refusal, show, showRefusal } = useFaults();
  const look = async () => {
    if (isSending) return;
    const receiptCode = readReceipt(typed);
    const faults = {
      communityId: communityId ? '' : words.choose,
      code: receiptCode.length === receiptLength ? '' : words.wrong,
    };
    setWrong(faults);
    show([]);
    if (faults.communityId || faults.code) return;
    setSending(true);
    try {
      const receipt = { communityId, receiptCode };
      setFound({ receipt, report: await callAsNobody('getAnonymousReport', { body: receipt }) });
    } catch (error) {
      if (error instanceof Problem && error.code === 'notFound')
        setWrong({ communityId: '', code: words.unknown });
      else showRefusal(error);
    }
    setSending(false);
  };
  if (found)
    return (
      <Standing
        of={found.report}
        receipt={found.receipt}
        onAdded={(report) => setFound({ ...found, report })}
        onOther={() => setFound(null)}
      />
    );
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
