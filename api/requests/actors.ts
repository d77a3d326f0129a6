import type { Life } from '@shared/life';
import { type ErrandAction, errandLife } from '@shared/requests/errandLife';
import { type CaseAction, caseLife } from '@shared/requests/lives';
import { Types } from 'mongoose';
import type { Context, Who } from '../context';
import { gridBook, type LoadedBook, staffNames } from '../grids';
import { type Problem, problem } from '../platform/problem';
import { caseActorsOf, caseFactsOf } from './caseActors';
import { errandActorsOf, errandFactsOf } from './errandActors';
import {
  type CaseDoc,
  type ErrandDoc,
  type HistoryEntry,
  isErrand,
  type RequestAction,
  type RequestDoc,
} from './model';

export const caseActionsOf = (who: Who, doc: CaseDoc, book: LoadedBook, now: Date): CaseAction[] =>
  caseLife.allowed(doc.state, caseActorsOf(who, doc, book, now), caseFactsOf(doc, now));

export const errandActionsOf = (who: Who, doc: ErrandDoc, book: LoadedBook, now: Date): ErrandAction[] =>
  errandLife.allowed(doc.state, errandActorsOf(who, doc, book, now), errandFactsOf(doc, now, who));

export interface Tried {
  action: RequestAction;
  seenVersion: number;
  /** Of a step of a case: what came of it. */
  result?: string | undefined;
}
/** Where an action leads, and who hears of it. */
export type Row = { to: RequestDoc['state']; tells?: readonly ('household' | 'responsible' | 'holder')[] };

/** The row of the life table, or the reason why not. Problems: notAllowed, request.movedOn, what the row needs. */
export async function rowFor(ctx: Context, who: Who, doc: RequestDoc, tried: Tried): Promise<Row> {
  const now = ctx.clock.now();
  const book = await gridBook(ctx, doc.communityId);
  if (isErrand(doc)) {
    const actors = errandActorsOf(who, doc, book, now);
    return judge(ctx, doc, tried, errandLife, actors, errandFactsOf(doc, now, who));
  }
  const actors = caseActorsOf(who, doc, book, now);
  return judge(ctx, doc, tried, caseLife, actors, caseFactsOf(doc, now, tried.result));
}

async function judge<State extends string, Action extends string, Actor extends string, Facts>(
  ctx: Context,
  doc: RequestDoc & { state: State },
  { action, seenVersion }: Tried,
  life: Life<State, Action, Actor, Facts, string>,
  actors: readonly Actor[],
  facts: Facts,
): Promise<Row> {
  const mayEver = life.rows.some((row) => row.action === action && row.who.some((w) => actors.includes(w)));
  const row = life.row(doc.state, action as Action, facts);
  // Who answered for it a moment ago learns who does now, not that it is forbidden.
  if (doc.version !== seenVersion) throw await movedOn(ctx, doc);
  if (!mayEver) throw problem('notAllowed');
  if (!row) throw await movedOn(ctx, doc);
  if (!row.who.some((w) => actors.includes(w))) throw problem('notAllowed');
  const missing = row.needs?.(facts);
  if (missing) throw problem(missing);
  return row as unknown as Row;
}

/** What was faster and what it is now: somebody’s step, or a reading or the clock. Staff are named, of residents nothing is said. */
export async function movedOn(ctx: Context, doc: RequestDoc): Promise<Problem> {
  const last = doc.history.at(-1);
  const role = last?.by?.role ?? null;
  const isStaff = last?.by && role && role !== 'resident';
  const book = await gridBook(ctx, doc.communityId);
  const names = isStaff && last.by ? await staffNames(ctx, book, [last.by.accountId]) : null;
  return problem('request.movedOn', {
    state: doc.state,
    version: doc.version,
    action: last?.action ?? null,
    by: names?.get(String(last?.by?.accountId))?.name ?? null,
    role,
    at: last?.at.toISOString() ?? null,
  });
}

export const stepBy = ({ accountId, membership }: Who): NonNullable<HistoryEntry['by']> => ({
  accountId: new Types.ObjectId(accountId),
  ...(membership && { membershipId: new Types.ObjectId(membership.id) }),
  role: membership?.role ?? null,
});
