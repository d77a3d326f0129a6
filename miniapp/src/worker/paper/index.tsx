import { type Paper, paperReasons } from '@shared/returns/handover';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/client/call';
import { isBrowser } from '@/client/send';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Cells, Notice, Page, State, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { Sheet } from './Sheet';
import { usePaperWords } from './words';

/** People go to a community that is not in this system: opened with a reason, printed, kept nowhere. */
export default function HandoverPaper() {
  useEntry();
  const words = usePaperWords();
  const plain = usePlainWords();
  const watermark = useWatermark();
  const { id = '' } = useRouter().params;
  const { refusal, showRefusal, show, faultOf } = useFaults();
  const [reason, setReason] = useState('');
  const [to, setTo] = useState('');
  const [paper, setPaper] = useState<Paper | null>(null);
  const [isSending, setSending] = useState(false);
  if (!isBrowser)
    return (
      <Page title={words.title}>
        <State icon="paper" words={words.onlyBrowser} />
      </Page>
    );
  const open = async () => {
    show(reason ? [] : [{ path: 'reason', code: 'choice' }]);
    if (!reason || isSending) return;
    setSending(true);
    const body = { reason: reason as (typeof paperReasons)[number] };
    await call('openPaper', { params: { id }, body }).then(setPaper, showRefusal);
    setSending(false);
  };
  const label = paper ? words.print : isSending ? plain.sending : words.open;
  return (
    <Page
      title={words.title}
      watermark={watermark}
      foot={<Button label={label} off={isSending} onTap={() => (paper ? window.print() : void open())} />}
    >
      {paper ? (
        <>
          <Notice kind="waiting">{words.after}</Notice>
          <Sheet of={paper} to={to.trim()} />
        </>
      ) : (
        <Card>
          <View className="under">{words.what}</View>
          {refusal && <Notice>{refusal}</Notice>}
          <Cells
            label={words.why}
            value={reason}
            onChange={setReason}
            fault={faultOf('reason')}
            options={paperReasons.map((value) => ({ value, label: words.reasons[value] }))}
          />
          <TextField label={words.to} value="" max={60} onChange={setTo} />
        </Card>
      )}
    </Page>
  );
}
