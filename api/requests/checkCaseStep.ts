import { caseKindOf } from '@shared/requests/kinds';
import { invalid } from '../platform/problem';
import type { ActionInput } from './acting';
import type { CaseDoc, RequestAction } from './model';

/** Whether the kind has such a step, such a result and such an outcome. Problem: input.invalid. */
export function checkCaseStep({ kind }: CaseDoc, action: RequestAction, input: ActionInput): void {
  const { steps, outcomes, hasPhotos } = caseKindOf(kind);
  const { step, result, outcome, photoFileId } = input;
  if (step && !steps[step]) throw invalid([{ path: 'input.step', code: 'choice' }]);
  if (step && !steps[step]?.results[result ?? '']) throw invalid([{ path: 'input.result', code: 'choice' }]);
  if (action !== 'close') return;
  if (!outcomes[outcome ?? '']) throw invalid([{ path: 'input.outcome', code: 'choice' }]);
  if (hasPhotos && !photoFileId) throw invalid([{ path: 'input.photoFileId', code: 'required' }]);
}
