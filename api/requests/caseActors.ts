import { caseKindOf } from '@shared/requests/kinds';
import type { CaseActor, CaseFacts } from '@shared/requests/lives';
import type { Who } from '../context';
import { findFor, type LoadedBook } from '../grids';
import { mayWith } from '../platform/visible';
import type { CaseDoc } from './model';

/** As what somebody stands to a case now. */
export function caseActorsOf(who: Who, doc: CaseDoc, book: LoadedBook, now: Date): CaseActor[] {
  const { membership, accountId } = who;
  if (!membership || !mayWith(who, 'act', 'Request', doc)) return [];
  const { role } = membership;
  if (role === 'resident') return ['person'];
  const { seat } = findFor(book, doc, now);
  const duty = book.dutySeat(now);
  const isDuty = duty !== 'withoutAccount' && duty.accountId === accountId;
  // Where the search ends with somebody who has a telephone but no account, the office writes down what they did.
  const isResponsible =
    seat === 'duty'
      ? isDuty || (duty === 'withoutAccount' && role === 'office')
      : seat.accountId === accountId;
  return [
    ...(isResponsible ? ['responsible' as const] : []),
    ...(isDuty ? ['duty' as const] : []),
    ...(role === 'worker' ? ['area' as const] : []),
    ...(role === 'leader' || role === 'health' || role === 'office' ? [role] : []),
  ];
}

export const caseFactsOf = (doc: CaseDoc, now: Date, result?: string): CaseFacts => ({
  closedAt: doc.closedAt ?? null,
  now,
  steps: doc.history.length,
  isInVain: result !== undefined && caseKindOf(doc.kind).inVain.includes(result),
});
