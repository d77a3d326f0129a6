import { useState } from 'react';
import { call } from '@/client/call';
import { Button, dial, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useCarryingWords } from '../words';

/** One tap opens the number, which is written down with why, and puts through. */
export function CallHome({ id }: { id: string }) {
  const words = useCarryingWords();
  const [hasNone, setNone] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const ring = async () => {
    try {
      const body = { field: 'phone', reason: 'call' } as const;
      const { value } = await call('revealRequestPhone', { params: { id }, body });
      setNone(!value);
      if (value) dial(value);
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      {hasNone && <Notice kind="waiting">{words.noPhone}</Notice>}
      <Button kind="plain" icon="call" label={words.call} onTap={() => void ring()} />
    </>
  );
}
