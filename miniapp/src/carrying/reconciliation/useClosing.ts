import type { payers } from '@shared/requests/errandView';
import type { ReconciliationOutcome, ReconciliationView } from '@shared/requests/reconciliation';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { Problem } from '@/client/problem';
import { putReconciliation } from '@/client/queries/reconciliations';
import { useSession } from '@/client/session';
import { forgetDrafts, useDraft } from '@/client/useDraft';
import { useFaults } from '@/returns/useFaults';
import { useReconciliationWords } from './words';

type Payer = (typeof payers)[number];

/** Something was bought and cost something. */
const isPurchase = ({ action, input }: ReconciliationView['steps'][number]): boolean =>
  action === 'buy' && Number(input.amountFen) > 0;

/** What the leader found out, kept on the phone until it is written down. */
export function useClosing({ id, version, steps }: ReconciliationView) {
  const words = useReconciliationWords();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const draft = `reconciliation:${id}:`;
  const [outcome, setOutcome] = useDraft<ReconciliationOutcome>(`${draft}outcome`);
  const [pays, setPays] = useDraft<Payer>(`${draft}pays`);
  const [text, write] = useDraft(`${draft}text`);
  const isBought = steps.some(isPurchase);
  const asksPayer = isBought && Boolean(outcome) && outcome !== 'notDone';
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  // Of two taps the second may come before the first is drawn.
  const isBusy = useRef(false);
  const { refusal, faultOf, show, showRefusal } = useFaults();
  const [movedOn, setMovedOn] = useState('');
  const close = async () => {
    setTried(true);
    if (!outcome || (asksPayer && !pays) || isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    setMovedOn('');
    show([]);
    const body = {
      ...{ seenVersion: version, outcome },
      ...(text.trim() && { text: text.trim() }),
      ...(asksPayer && pays && { pays }),
    };
    try {
      putReconciliation(await call('closeReconciliation', { params: { id }, body }));
      forgetDrafts(accountId, draft);
    } catch (error) {
      if (error instanceof Problem && error.code === 'request.movedOn') setMovedOn(words.movedOn);
      else showRefusal(error);
    } finally {
      touched('reconciliation');
      setSending(false);
      isBusy.current = false;
    }
  };
  const choose = (value: string) => setOutcome(value as ReconciliationOutcome);
  return {
    ...{ outcome, choose, text, write, isBought, asksPayer, pays, isTried, isSending, close, faultOf },
    choosePayer: (value: string) => setPays(value as Payer),
    refusal: movedOn || refusal,
  };
}
