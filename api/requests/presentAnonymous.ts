import type { AnonymousReport } from '@shared/requests/anonymousContract';
import type { Context } from '../context';
import { additionsTo, authorRow } from './authorRow';
import type { CaseDoc } from './model';
import { answerIn } from './presentCases';
import { openKeyOf } from './texts';

const at = (moment: Date | null | undefined): string | null => moment?.toISOString() ?? null;

/** How something stands that nobody signed: for whoever has its code, and nobody knows who that is. Problem: destroyed. */
export async function presentAnonymous(ctx: Context, doc: CaseDoc): Promise<AnonymousReport> {
  return {
    kind: doc.kind as AnonymousReport['kind'],
    state: doc.state,
    raisedAt: doc.raisedAt.toISOString(),
    // Of what was opened again the steps before it do not count.
    acknowledgedAt: doc.state === 'raised' ? null : at(doc.acknowledgedAt),
    handledAt: doc.state === 'handling' || !doc.open ? at(doc.handledAt) : null,
    closedAt: at(doc.closedAt),
    dueAt: doc.open ? at(doc.dueAt) : null,
    outcome: doc.outcome ?? null,
    answer: answerIn(doc, await openKeyOf(ctx, doc)),
    addedAt: additionsTo(doc).map((one) => one.at.toISOString()),
    mayAdd: typeof authorRow(doc, ctx.clock.now()) !== 'string',
  };
}
