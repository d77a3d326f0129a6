import type { CaseView } from '@shared/requests/caseView';
import type { RequestView } from '@shared/requests/contract';
import { call } from '../call';

/** What pages of cases read: an errand is none. */
export const onlyCases = (views: readonly RequestView[]): CaseView[] =>
  views.flatMap((view) => (view.life === 'case' ? view : []));

export async function readCase(id: string): Promise<CaseView> {
  const [found] = onlyCases([await call('getRequest', { params: { id } })]);
  if (!found) throw new Error('this request is no case');
  return found;
}

/** A fever is always of somebody. */
export type FeverView = CaseView & { residentId: string };
export const isFever = (view: CaseView): view is FeverView => view.kind === 'fever';
