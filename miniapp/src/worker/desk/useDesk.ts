import type { ReturnView } from '@shared/returns/view';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { scrollTo } from '@/client/scroll';
import { activeMembership, useSession } from '@/client/session';
import { uuidV7 } from '@/client/uuidV7';
import { changesBy } from '@/returns/declare/changesBy';
import { bodyOf, type Form, newForm } from '@/returns/declare/form';
import type { StepProps } from '@/returns/declare/stepProps';
import { faultsIn } from '@/returns/declare/steps';
import { useFaults } from '@/returns/useFaults';

/** A declaration for somebody who stands at the desk, on one screen; what comes of it. Two changes may come at once. */
export function useDesk() {
  const communityId = useSession(({ session }) => activeMembership(session)?.communityId ?? '');
  const begin = (): Form => {
    const form = newForm(null);
    return { ...form, via: 'desk', place: { ...form.place, communityId } };
  };
  const [form, setForm] = useState(begin);
  const newest = useRef(form);
  const [round, setRound] = useState(0);
  const [isSending, setSending] = useState(false);
  const [done, setDone] = useState<ReturnView[] | null>(null);
  const { faultOf, refusal, show, recheck, showRefusal } = useFaults();
  const put = (next: Form) => {
    newest.current = next;
    setForm(next);
  };
  const onChange = (change: (before: Form) => Partial<Form>) => {
    put({ ...newest.current, ...change(newest.current), key: uuidV7() });
    recheck(faultsIn(newest.current, null, now()));
  };
  const send = async () => {
    if (isSending) return;
    const faults = faultsIn(newest.current, null, now());
    show(faults);
    if (faults.length) return;
    setSending(true);
    try {
      const body = bodyOf(newest.current, null);
      const { returns } = await call('declareReturn', { body, key: newest.current.key });
      touched('return');
      setDone(returns);
      scrollTo('page');
    } catch (error) {
      showRefusal(error);
    }
    setSending(false);
  };
  const next = () => {
    setDone(null);
    show([]);
    put(begin());
    setRound(round + 1);
  };
  const nothing = () => undefined;
  const props: StepProps = {
    form,
    household: null,
    faultOf,
    onStep: nothing,
    ...changesBy(onChange, nothing),
  };
  return { props, round, refusal, isSending, done, send, next };
}
