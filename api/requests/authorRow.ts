import type { ProblemCode } from '@shared/problems';
import { mostAdditions } from '@shared/requests/anonymousContract';
import { caseLife } from '@shared/requests/lives';
import type { Row } from './actors';
import { caseFactsOf } from './caseActors';
import type { CaseDoc, HistoryEntry } from './model';

/** What was added by the receipt code. */
export const additionsTo = ({ history }: CaseDoc): HistoryEntry[] =>
  history.filter(({ action }) => action === 'add');

/** The row of the life table for whoever has the receipt code, or why nothing is added any more. */
export function authorRow(doc: CaseDoc, now: Date): Row | ProblemCode {
  const facts = caseFactsOf(doc, now);
  const row = caseLife.row(doc.state, 'add', facts);
  if (!row) return 'notAllowed';
  return row.needs?.(facts) ?? (additionsTo(doc).length < mostAdditions ? row : 'request.full');
}
