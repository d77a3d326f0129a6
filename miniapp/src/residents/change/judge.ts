import { faultsOf } from '@shared/faults';
import type { FieldError } from '@shared/problems';
import { Correction } from '@shared/roster/corrections';
import { bodyOf, type ChangeName } from './changes';
import { type About, type ChangeForm, formFor } from './form';

/** By the same schema as the server's, and what cannot be left out on the screen. */
export function faultsOfChange(name: ChangeName, form: ChangeForm, about: About): FieldError[] {
  const body = bodyOf(name, form, about);
  const parsed = Correction.safeParse(body, { reportInput: true });
  const isAll = name === 'split' && form.residentIds.length === about.household.people.length;
  const isUnsaid = (name === 'joined' || name === 'merge') && !form.householdId;
  if (!body) return [];
  if (isUnsaid) return [{ path: 'householdId', code: 'required' }];
  if (isAll) return [{ path: 'residentIds', code: 'choice' }];
  if (!parsed.success) return faultsOf(parsed.error);
  return isAsBefore(name, form, about) ? [{ path: pathOf(name), code: 'choice' }] : [];
}

const pathOf = (name: ChangeName): string => (name === 'tenure' ? name : `set.${name}`);

/** What was chosen is what the entry has: nothing would change. */
function isAsBefore(name: ChangeName, form: ChangeForm, about: About): boolean {
  const before = formFor(name, about);
  return name in before && JSON.stringify(form[name as 'sex']) === JSON.stringify(before[name as 'sex']);
}

const openReturns = ['declared', 'verified', 'offered'];
const openObservations = ['open', 'referred'];

/** The return that waits for a word of the worker, if there is one. */
export const waitingReturn = ({ file: { returns } }: About): string | undefined =>
  returns.find(({ state }) => state === 'declared')?.id;

/** Whether something of this person has to be finished before. */
export const isHeld = (name: ChangeName, { file: { returns, observations } }: About): boolean =>
  ['movedOut', 'moved', 'remove'].includes(name) &&
  (returns.some(({ state }) => openReturns.includes(state)) ||
    observations.some(({ state }) => openObservations.includes(state)));
