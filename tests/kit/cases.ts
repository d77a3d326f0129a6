import type { CaseView } from '@shared/requests/caseView';
import type { RequestView } from '@shared/requests/contract';
import type { Caller } from './caller';

/** Of some requests the cases. */
export const onlyCases = (views: readonly RequestView[]): CaseView[] =>
  views.flatMap((view) => (view.life === 'case' ? view : []));

/** A case as somebody sees it. */
export async function caseSeenBy(caller: Caller, id: string): Promise<CaseView> {
  const [found] = onlyCases([await caller.gets('getRequest', { params: { id } })]);
  if (!found) throw new Error('this request is no case');
  return found;
}
