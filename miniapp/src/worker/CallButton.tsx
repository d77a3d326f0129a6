import { useState } from 'react';
import { call } from '@/client/call';
import { dial, Notice, RoundCall } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { table, useWords } from '@/words';

const words = table(
  { call: (whom: string) => `打电话给 ${whom}`, none: '没有登记电话，请上门' },
  { call: (whom: string) => `Call ${whom}`, none: 'There is no telephone; go to the door' },
);

/** One tap opens the number and puts through, and answers whether there was one; why there is no call is said in its place. */
export function useCalling() {
  const { none } = useWords(words);
  const [isNone, setNone] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const ring = async (of: { slotId: string } | { observationId: string }): Promise<boolean> => {
    try {
      const body = { field: 'phone', reason: 'call' } as const;
      const { value } =
        'slotId' in of
          ? await call('revealSlotPhone', { params: { id: of.slotId }, body })
          : await call('revealObservationPhone', { params: { id: of.observationId }, body });
      setNone(!value);
      if (value) dial(value);
      return value !== null;
    } catch (error) {
      showRefusal(error);
      return false;
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
