import { careUntil, inCare } from '@shared/care';
import { requestKindOf } from '@shared/requests/kinds';
import type { CaseAction, CaseState } from '@shared/requests/lives';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook } from '../grids';
import { invalid } from '../platform/problem';
import { clockOf } from './clock';
import type { RequestDoc } from './model';

/** What an action brings along, of whatever kind. */
export interface ActionInput {
  step?: string;
  result?: string;
  text?: string;
  reason?: string;
  outcome?: string;
  accountId?: string;
}

interface Acting {
  action: CaseAction;
  to: CaseState;
  input: ActionInput;
  now: Date;
}

/** What an action changes beside state and history. Problem: input.invalid (a colleague who does not reach this door). */
export async function changesOf(
  ctx: Context,
  who: Who,
  doc: RequestDoc,
  { action, to, input, now }: Acting,
): Promise<Partial<RequestDoc>> {
  const clock = to === doc.state ? {} : (clockOf(doc.kind, to, now) ?? {});
  switch (action) {
    case 'acknowledge':
      return { ...clock, acknowledgedAt: now, ...(await heldBy(ctx, who, doc, now)) };
    case 'handle':
      return { ...clock, handledAt: doc.handledAt ?? now };
    case 'note':
      return {};
    case 'close':
      return { open: false, closedAt: now, outcome: input.outcome ?? null, healthUntil: careUntil(now) };
    case 'take':
      return { responsibleAccountId: new Types.ObjectId(who.accountId) };
    case 'reassign':
      return { responsibleAccountId: await colleague(ctx, doc, input.accountId ?? '', now) };
    case 'reopen': {
      const { responsibleFrom } = requestKindOf(doc.kind);
      return {
        ...clock,
        open: true,
        closedAt: null,
        healthUntil: inCare,
        outcome: null,
        responsibleFrom,
        responsibleAccountId: null,
      };
    }
  }
}

/** Whoever acknowledges answers for it from then on, like whoever takes it; somebody without a seat here is found by the search only. */
async function heldBy(
  ctx: Context,
  { accountId }: Who,
  doc: RequestDoc,
  now: Date,
): Promise<Partial<RequestDoc>> {
  const book = await gridBook(ctx, doc.communityId);
  return book.seatOf(accountId, String(doc.gridId), now)
    ? { responsibleAccountId: new Types.ObjectId(accountId) }
    : {};
}

async function colleague(
  ctx: Context,
  doc: RequestDoc,
  accountId: string,
  now: Date,
): Promise<Types.ObjectId> {
  const book = await gridBook(ctx, doc.communityId);
  const seat = book.seatOf(accountId, String(doc.gridId), now);
  if (!seat || !book.isPresent(seat, now))
    throw invalid([{ path: 'input.accountId', code: 'person.unknown' }]);
  return new Types.ObjectId(accountId);
}
