import type { FieldError } from '@shared/problems';
import { useRef, useState } from 'react';
import { now } from '@/client/clock';
import { drop, keep as keepOnPhone } from '@/client/phoneStore';
import { scrollTo } from '@/client/scroll';
import { useSettling } from '@/client/useSettling';
import { uuidV7 } from '@/client/uuidV7';
import { changesBy } from '@/returns/declare/changesBy';
import { type Form, type Household, newForm } from '@/returns/declare/form';
import type { StepProps } from '@/returns/declare/stepProps';
import { faultsIn, stepOfPath, stepsOf } from '@/returns/declare/steps';
import { useFaults } from '@/returns/useFaults';
import { type SubmitOf, useSubmit } from './useSubmit';

export interface DeclarationOf extends SubmitOf {
  first: Form;
}

/** The form, where one is in it, and what a tap does. Two changes may come before the next drawing: all read `newest`. */
export function useDeclaration({ first, ...of }: DeclarationOf) {
  const { accountId, household, draftName } = of;
  const [form, setForm] = useState(first);
  const newest = useRef(first);
  const [round, setRound] = useState(0);
  const { faultOf, refusal, show, recheck, showRefusal } = useFaults();
  const settling = useSettling();

  const put = (next: Form) => {
    newest.current = next;
    setForm(next);
  };
  /** Every key stroke is kept on the phone. */
  const keep = (changes: Partial<Form>) => {
    put({ ...newest.current, ...changes });
    keepOnPhone(accountId, draftName, newest.current);
  };
  const onStep = (to: string) => {
    settling.begin(to === 'check');
    show([]);
    keep({ step: to });
    scrollTo('page');
  };
  // What was changed is another wish.
  const onChange = (change: (before: Form) => Partial<Form>) => {
    settling.forget();
    keep({ ...change(newest.current), key: uuidV7(), filledAt: now().toISOString() });
    recheck(faultsIn(newest.current, household, now()));
  };
  const startAgain = () => {
    drop(accountId, draftName);
    show([]);
    put(newForm(household));
    setRound(round + 1);
  };
  const refuse = (error: unknown) => {
    const [fault] = showRefusal(error);
    const at = newest.current;
    if (fault) keep({ step: stepOfPath(fault.path, at, stepsOf(at, household)) });
  };
  const { submit, isSending, isKept } = useSubmit(() => newest.current, of, refuse);
  const goOn = () => {
    if (!settling.isMeant()) return;
    const { to, faults, isDone } = nextOf(newest.current, household);
    if (isDone) return void submit();
    if (to) onStep(to);
    show(faults);
  };
  const steps = stepsOf(form, household);
  const at = Math.max(0, steps.indexOf(form.step));
  const changes = changesBy(onChange, onStep);
  const props: StepProps = { form, household, faultOf, onStep, ...changes };
  const { isSettled } = settling;
  return { props, steps, at, round, refusal, isSending, isKept, isSettled, goOn, startAgain };
}

/** What a tap on the button of this step leads to: the next step, the first that is wrong, or sending. */
function nextOf(
  form: Form,
  household: Household | null,
): { to?: string | undefined; faults: FieldError[]; isDone: boolean } {
  const steps = stepsOf(form, household);
  const at = Math.max(0, steps.indexOf(form.step));
  const faults = faultsIn(form, household, now());
  const stepOf = ({ path }: FieldError) => stepOfPath(path, form, steps);
  if (steps[at] === 'check') {
    const [wrong] = faults;
    return { to: wrong && stepOf(wrong), faults, isDone: !wrong };
  }
  const here = faults.filter((fault) => stepOf(fault) === steps[at]);
  return { to: here.length ? undefined : (steps[at + 1] ?? 'check'), faults: here, isDone: false };
}
