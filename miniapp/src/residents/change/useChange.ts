import type { Correction } from '@shared/roster/corrections';
import { useState } from 'react';
import { call } from '@/client/call';
import { usePropose } from '../usePropose';
import { bodyOf, type ChangeName } from './changes';
import { hasFields } from './Fill';
import { type About, type ChangeForm, formFor } from './form';
import { faultsOfChange } from './judge';

type Step = 'what' | 'fill' | 'check' | 'done';

const opened = (name: ChangeName | '', about: About) => ({
  name,
  step: (name ? (hasFields(name) ? 'fill' : 'check') : 'what') as Step,
  form: formFor(name || 'name', about),
});

/** One change, step by step: what, the new value, what will happen, and it is done. */
export function useChange(about: About, first: ChangeName | '') {
  const [{ name, step, form }, setState] = useState(() => opened(first, about));
  const { propose, send, show, isSending, refusal, faultOf, recheck } = usePropose();
  const go = (next: Step) => setState((before) => ({ ...before, step: next }));
  const { file, household } = about;
  const contact = { residentId: file.id, seenVersion: household.version };
  return {
    ...{ name, step, form, isSending, refusal, faultOf },
    choose(next: ChangeName | '') {
      show([]);
      setState(opened(next, about));
    },
    change(changes: Partial<ChangeForm>) {
      const next = { ...form, ...changes };
      setState({ name, step, form: next });
      if (name) recheck(faultsOfChange(name, next, about));
    },
    /** From the last look back to what was filled in, if anything was. */
    again: name && hasFields(name) ? () => go('fill') : undefined,
    /** To what will happen, when nothing is wrong. */
    check() {
      const faults = name ? faultsOfChange(name, form, about) : [];
      show(faults);
      if (!faults.length) go('check');
    },
    async save() {
      if (!name) return;
      const body = bodyOf(name, form, about) as Correction | undefined;
      const { isTaken, errors } = body
        ? await propose(body)
        : await send(() => call('setContact', { params: { id: household.id }, body: contact }));
      if (isTaken) go('done');
      // What is wrong with a field is mended where it was filled in.
      else if (errors.length && hasFields(name)) go('fill');
    },
  };
}
