import type { RequestView } from '@shared/requests/contract';
import { kindOf } from '@shared/requests/kinds';
import { useRef, useState } from 'react';
import { now } from '@/client/clock';
import { useMending } from '@/client/mending';
import { mendedDraft, sendOrKeep } from '@/client/outbox';
import { pages } from '@/client/pages';
import { drop, keep, read } from '@/client/phoneStore';
import { putErrand } from '@/client/queries/errands';
import { useSession } from '@/client/session';
import { uuidV7 } from '@/client/uuidV7';
import { useKindFault } from '@/requests/errands/orderWords';
import { useFaults } from '@/returns/useFaults';
import { newOrder, orderBody, orderFaults, type StaffOrder } from './form';
import { useStaffOrderWords } from './words';

const ownDraft = 'draft:staffOrder';
/** What is chosen and not typed. */
const chosen = ['channel', 'about', 'about.residentId', 'kind'];

/** An order for somebody else: what was typed and kept, what is wrong with it, and its way to the server. */
export function useStaffOrder() {
  const { choose, needsPhoto } = useStaffOrderWords();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const mending = useMending();
  const draftName = mending ? mendedDraft(mending.key) : ownDraft;
  const [form, setForm] = useState(() => read<StaffOrder>(accountId, draftName) ?? newOrder());
  // Two changes may come before the next drawing.
  const newest = useRef(form);
  const [isSending, setSending] = useState(false);
  const [placed, setPlaced] = useState<RequestView | 'kept' | null>(null);
  const { refusal, codeOf, show, recheck, showRefusal } = useFaults();
  const kindFault = useKindFault(form.kind ? kindOf(form.kind).fields : {});
  const change = (changes: (before: StaffOrder) => Partial<StaffOrder>) => {
    newest.current = { ...newest.current, ...changes(newest.current), key: uuidV7() };
    setForm(newest.current);
    keep(accountId, draftName, newest.current);
    recheck(orderFaults(newest.current, now()));
  };
  const begin = (channel: StaffOrder['channel'] = '') => {
    newest.current = newOrder(channel);
    setForm(newest.current);
    setPlaced(null);
  };
  const send = async () => {
    const found = orderFaults(newest.current, now());
    show(found);
    if (found.length || isSending) return;
    setSending(true);
    const { key } = newest.current;
    const draft = { page: pages.staffOrder, value: newest.current };
    try {
      const wish = { operation: 'placeRequest' as const, key, body: orderBody(newest.current), draft };
      const request = (await sendOrKeep(wish, mending)) as RequestView | null;
      drop(accountId, draftName);
      if (request?.life === 'errand') putErrand(request);
      setPlaced(request ?? 'kept');
    } catch (error) {
      showRefusal(error);
    }
    setSending(false);
  };
  const faultOf = (path: string) => {
    const code = codeOf(path);
    if (code && chosen.includes(path)) return choose;
    if (code === 'required' && path === 'fileIds.0') return needsPhoto;
    return code && kindFault(path, code);
  };
  return { form, change, faultOf, refusal, isSending, placed, send, next: () => begin(form.channel) };
}
export type StaffOrdering = ReturnType<typeof useStaffOrder>;
