import type { GroupBuyView } from '@shared/requests/groupBuy';
import { useRef, useState } from 'react';
import { touched } from '@/client/live';
import { useFaults } from '@/returns/useFaults';

/** One step of a group buy. Of two taps the second may come before the first is drawn. */
export function useGroupBuying() {
  const isBusy = useRef(false);
  const [isSending, setSending] = useState(false);
  const faults = useFaults();
  const send = async (step: () => Promise<GroupBuyView>): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setSending(true);
    faults.show([]);
    try {
      await step();
      return true;
    } catch (error) {
      faults.showRefusal(error);
      return false;
    } finally {
      touched('groupBuy');
      setSending(false);
      isBusy.current = false;
    }
  };
  return { ...faults, isSending, send };
}
