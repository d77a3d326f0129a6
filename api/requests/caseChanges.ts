import { careUntil, inCare } from '@shared/care';
import { caseKindOf } from '@shared/requests/kinds';
import type { CaseAction, CaseState } from '@shared/requests/lives';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook } from '../grids';
import { problem } from '../platform/problem';
import type { Acting } from './acting';
import { caseClock, caseNextAt } from './clock';
import { colleague } from './colleagues';
import type { CaseDoc } from './model';

/** What an action changes beside state and history. Problem: input.invalid (a colleague who does not reach this door). */
export async function caseChanges(
  ctx: Context,
  who: Who | null,
  doc: CaseDoc,
  { action, to, input, now }: Acting<CaseAction, CaseState>,
): Promise<Partial<CaseDoc>> {
  const clock = to === doc.state ? {} : (caseClock(doc, to, now) ?? {});
  if (action === 'add') return doc.open ? {} : { ...clock, ...opened(doc) };
  // Nothing else is done by nobody, nor by the clock but telling.
  if (!who) throw problem('internal');
  switch (action) {
    case 'acknowledge':
      return { ...clock, acknowledgedAt: now, ...(await heldBy(ctx, who, doc, now)) };
    case 'handle':
      return { ...clock, handledAt: doc.handledAt ?? now };
    case 'note':
      return {};
    case 'close':
      return closed(doc, now, input.outcome ?? null);
    case 'withdraw':
      return closed(doc, now, 'withdrawn');
    case 'endRepeat':
      return { repeat: null, nextStepAt: caseNextAt({ ...doc, repeat: null }) };
    case 'take':
      return { responsibleAccountId: new Types.ObjectId(who.accountId) };
    case 'reassign':
      return { responsibleAccountId: await colleague(ctx, doc, input.accountId ?? '', now) };
    case 'reopen':
      return { ...clock, ...opened(doc) };
  }
}

/** Opened again the search for whoever answers starts where it did at first. */
const opened = ({ kind, healthUntil }: CaseDoc): Partial<CaseDoc> => ({
  ...{ open: true, closedAt: null, outcome: null },
  ...(healthUntil && { healthUntil: inCare }),
  responsibleFrom: caseKindOf(kind).responsibleFrom,
  responsibleAccountId: null,
});

/** Nothing is owed any more, but that the next one is made where it repeats. */
const closed = (doc: CaseDoc, now: Date, outcome: string | null): Partial<CaseDoc> => ({
  nextStepAt: caseNextAt({ ...doc, state: 'closed' }),
  open: false,
  closedAt: now,
  outcome,
  ...(doc.healthUntil && { healthUntil: careUntil(now) }),
});

/** Whoever acknowledges answers for it from then on, like whoever takes it; somebody without a seat here is found by the search only. */
async function heldBy(ctx: Context, { accountId }: Who, doc: CaseDoc, now: Date): Promise<Partial<CaseDoc>> {
  const book = await gridBook(ctx, doc.communityId);
  return book.seatOf(accountId, String(doc.gridId), now)
    ? { responsibleAccountId: new Types.ObjectId(accountId) }
    : {};
}
