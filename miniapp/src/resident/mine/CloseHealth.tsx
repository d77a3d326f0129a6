import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { useResident } from '@/client/queries/residents';
import { Button, Card, Heading, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useMineWords } from './words';

/** Whether the rest of the household sees one’s own temperatures; the grid worker always does. */
export function CloseHealth({ residentId }: { residentId: string }) {
  const words = useMineWords();
  const own = useResident(residentId);
  const [isSending, setSending] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const isClosed = own.data?.healthClosed;
  const change = async () => {
    if (isSending) return;
    setSending(true);
    await call('closeHealth', { params: { id: residentId }, body: { closed: !isClosed } }).catch(showRefusal);
    touched('resident');
    setSending(false);
  };
  if (!own.data?.actions.some((action) => action === 'closeHealth' || action === 'openHealth')) return null;
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      <Heading>{isClosed ? words.isClosed : words.isOpen}</Heading>
      <View className="under">{words.staffSee}</View>
      <Button
        kind="plain"
        label={isClosed ? words.openIt : words.closeIt}
        off={isSending}
        onTap={() => void change()}
      />
    </Card>
  );
}
