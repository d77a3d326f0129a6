import { useState } from 'react';
import { call } from '@/client/call';
import { dial, Notice, RoundCall } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { table, useWords } from '@/words';

const words = table(
  { call: (whom: string) => `打电话给 ${whom}`, none: '没有登记电话，请上门' },
  { call: (whom: string) => `Call ${whom}`, none: 'There is no telephone; go to the door' },
);

/** One tap opens the number and puts through; why there is no call is said in its place. */
export function useCalling() {
  const { none } = useWords(words);
  const [isNone, setNone] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const ring = async (slotId: string) => {
    try {
      const { value } = await call('revealSlotPhone', {
        params: { id: slotId },
        body: { field: 'phone', reason: 'call' },
      });
      setNone(!value);
      if (value) dial(value);
    } catch (error) {
      showRefusal(error);
    }
  };
  const text = refusal || (isNone ? none : '');
  return { ring, said: text ? <Notice kind="waiting">{text}</Notice> : null };
}

interface CallButtonProps {
  whom: string;
  onTap(): void;
}

export function CallButton({ whom, onTap }: CallButtonProps) {
  const { call: label } = useWords(words);
  return <RoundCall label={label(whom)} onTap={onTap} />;
}
