import type { PaymentView, paymentMethods } from '@shared/requests/payment';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { useFaults } from '@/returns/useFaults';
import { useMoneyWords } from './moneyWords';

export type Method = (typeof paymentMethods)[number];

/** Steps of what was laid out. Of two taps the second may come before the first is drawn. */
export function usePaying() {
  const words = useMoneyWords();
  const isBusy = useRef(false);
  const [isSending, setSending] = useState(false);
  const [lost, setLost] = useState(0);
  const { refusal, showRefusal, ...faults } = useFaults();
  const { show } = faults;
  const send = async (step: () => Promise<number>): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setSending(true);
    show([]);
    setLost(0);
    try {
      const refused = await step();
      setLost(refused);
      return refused === 0;
    } catch (error) {
      showRefusal(error);
      return false;
    } finally {
      touched('payment');
      setSending(false);
      isBusy.current = false;
    }
  };
  return {
    ...faults,
    isSending,
    refusal: lost ? words.refused(lost) : refusal,
    settle: (payments: PaymentView[], method: Method) =>
      send(async () => {
        const rows = payments.map(({ id, version }) => ({ paymentId: id, seenVersion: version }));
        const { results } = await call('settlePayments', { body: { method, payments: rows } });
        return results.filter(({ status }) => status !== 200).length;
      }),
    act: ({ id, version }: PaymentView, action: 'confirm' | 'object' | 'waive', reason = '') =>
      send(async () => {
        const body = { seenVersion: version, ...(reason.trim() && { reason: reason.trim() }) };
        await call('actOnPayment', { params: { id, action }, body });
        return 0;
      }),
  };
}
