import type { Role } from '@shared/accounts/contract';
import { caseKindOf, isInVain, type Seen } from '@shared/requests/kinds';
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
  const raiser = isRaiser(who, doc) && caseKindOf(doc.kind).mayWithdraw ? (['raiser'] as const) : [];
  if (role === 'resident') return ['person', ...raiser];
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
    ...(role === 'counsellor' ? ['health' as const] : []),
    ...raiser,
  ];
}

/** At home or on duty: as whom it was raised. */
export const isRaiser = ({ accountId, membership }: Who, { raisedBy }: CaseDoc): boolean =>
  String(raisedBy?.accountId) === accountId &&
  (raisedBy?.role === 'resident') === (membership?.role === 'resident');

/** Who reads what was said and written: at home whoever sees it, of staff as the kind says, and whoever raised it. */
export function readsCase(who: Who, doc: CaseDoc): boolean {
  return readsNotes(who, doc) || isRaiser(who, doc);
}

/** A case for whoever sends it again: as it is; to somebody who wrote down what is none of theirs what was said at first, and nothing of what came of it. */
export function heardAgain(who: Who, doc: CaseDoc): CaseDoc | null {
  if (mayWith(who, 'read', 'Request', doc)) return doc;
  if (!isRaiser(who, doc)) return null;
  const { outcome: _outcome, ...said } = doc;
  return { ...said, state: 'raised', open: true, history: doc.history.slice(0, 1) };
}

/** Who reads what came after: not whoever wrote it down for somebody and has no part in it. */
export function readsNotes({ membership }: Who, { kind }: CaseDoc): boolean {
  const role = membership?.role;
  if (!role) return false;
  const seen = caseKindOf(kind).seenBy as Partial<Record<Role, Seen>>;
  return role === 'resident' || seen[role] === 'text';
}

export const caseFactsOf = (doc: CaseDoc, now: Date, result?: string): CaseFacts => ({
  closedAt: doc.closedAt ?? null,
  now,
  steps: doc.history.length,
  isInVain: result !== undefined && isInVain(doc.kind, result),
  repeats: Boolean(doc.repeat),
});
