import type { RequestView } from '@shared/requests/contract';
import { kindOf } from '@shared/requests/kinds';
import { useRef, useState } from 'react';
import { now } from '@/client/clock';
import type { Mending } from '@/client/mending';
import { replaceWith } from '@/client/navigate';
import { sendOrKeep } from '@/client/outbox';
import { pages } from '@/client/pages';
import { drop, keep } from '@/client/phoneStore';
import { Problem } from '@/client/problem';
import { putErrand } from '@/client/queries/errands';
import { uuidV7 } from '@/client/uuidV7';
import { useKindFault } from '@/requests/errands/orderWords';
import { useFaults } from '@/returns/useFaults';
import { useHelpWords } from '../words';
import { type OrderForm, orderBody, orderFaults } from './form';

export interface OrderOf {
  accountId: string;
  first: OrderForm;
  /** Under what the form is kept on the phone. */
  draftName: string;
  /** What was kept or refused and is mended here. */
  mending: Mending | null;
  /** It was ordered, or waits on the phone: what was begun is over. */
  onDone(): void;
}

/** An order: what was typed and kept, what is wrong with it, and its way to the server. */
export function useOrder({ accountId, first, draftName, mending, onDone }: OrderOf) {
  const words = useHelpWords();
  const [form, setForm] = useState(first);
  // Two changes may come before the next drawing.
  const newest = useRef(first);
  const [isSending, setSending] = useState(false);
  const [isKept, setKept] = useState(false);
  const [isTheirs, setTheirs] = useState(false);
  const { refusal, codeOf, show, recheck, showRefusal } = useFaults();
  const kindFault = useKindFault(kindOf(form.kind).fields);
  /** What was changed is another wish; every key stroke is kept on the phone. */
  const change = (change: (before: OrderForm) => Partial<OrderForm>) => {
    newest.current = { ...newest.current, ...change(newest.current), key: uuidV7() };
    setForm(newest.current);
    setTheirs(false);
    keep(accountId, draftName, newest.current);
    recheck(orderFaults(newest.current, now()));
  };
  const send = async () => {
    if (isSending) return;
    const found = orderFaults(newest.current, now());
    show(found);
    if (found.length) return;
    setSending(true);
    try {
      const wish = {
        ...{ operation: 'placeRequest' as const, key: newest.current.key, body: orderBody(newest.current) },
        draft: { page: pages.order, value: newest.current },
      };
      const placed = (await sendOrKeep(wish, mending)) as RequestView | null;
      drop(accountId, draftName);
      onDone();
      if (!placed) return setKept(true);
      if (placed.life === 'errand') putErrand(placed);
      await replaceWith(placed.life === 'errand' ? pages.errand : pages.homeCase, { id: placed.id });
    } catch (error) {
      setSending(false);
      showRefusal(error);
      // For a person of the household who keeps health data from the others: nobody else may.
      const isHidden = error instanceof Problem && error.code === 'notFound';
      setTheirs(isHidden && newest.current.residentId !== '');
    }
  };
  const faultOf = (path: string) => {
    const code = codeOf(path);
    if (code && path === 'about') return words.chooseWhom;
    if (code === 'required' && path === 'fileIds.0') return words.needsPhoto;
    return code && kindFault(path, code);
  };
  return {
    form,
    change,
    faultOf,
    refusal: isTheirs ? words.onlyThemselves : refusal,
    isSending,
    isKept,
    send,
  };
}
