import { audience } from '@shared/live';
import type { ErrandAction, ErrandState } from '@shared/requests/errandLife';
import type { CaseAction, CaseState } from '@shared/requests/lives';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import type { Once } from '../platform/idempotency';
import { type Acting, type ActionInput, textOf } from './acting';
import { type Row, stepBy } from './actors';
import { caseChanges } from './caseChanges';
import { type ErrandChange, errandChanges } from './errandChanges';
import {
  type CaseDoc,
  type HistoryEntry,
  isErrand,
  type RequestAction,
  type RequestDoc,
  type RequestState,
} from './model';
import type { Brought } from './photos';
import { stepKey } from './stepKey';
import { openKeyOf, placeOf } from './texts';

export interface Step {
  action: RequestAction;
  row: Row;
  /** Null of the clock, and of what nobody signed. */
  who: Who | null;
  input: ActionInput;
  once?: Once;
  /** When it was done, if not now. */
  doneAt?: Date;
}

/** What a step makes of a request. */
export interface PlannedStep {
  set: Partial<CaseDoc> | ErrandChange['changes'];
  entry: HistoryEntry;
}

/** What a step that the table allows would make of a request; nothing is written. Problems: destroyed, input.invalid. */
export async function planStep(
  ctx: Context,
  doc: RequestDoc,
  { action, row, who, input, once, doneAt }: Step,
  brought: Brought,
  session?: ClientSession,
): Promise<PlannedStep> {
  const now = ctx.clock.now();
  const { to } = row;
  const text = await sealText(ctx, doc, textOf(input), session);
  const acting = { action, to, input, now, doneAt: doneAt ?? now };
  const { changes, entry } = await changesOf(ctx, who, doc, acting);
  return {
    set: { ...changes, state: to } as PlannedStep['set'],
    entry: {
      ...{ at: doneAt ?? now, action, from: doc.state, to, by: who && stepBy(who) },
      ...(doneAt && { receivedAt: now }),
      ...entry,
      ...(text && { text }),
      ...brought,
      ...(once && { key: stepKey(who, once), hash: once.hash }),
    },
  };
}

/** The very state and version that a step was judged by. */
export const seenAs = ({ communityId, _id, state, version }: RequestDoc) =>
  ({ communityId, _id, state, version }) as const;

/** The update that takes a step. */
export function updateOf({ set: { nextStepAt, ...set }, entry }: PlannedStep): Record<string, unknown> {
  return {
    $set: { ...set, ...(nextStepAt && { nextStepAt }) },
    ...(nextStepAt === null && { $unset: { nextStepAt: 1 } }),
    $push: { history: entry },
    ...(entry.holder && { $addToSet: { audience: heardBy(entry.holder) } }),
    $inc: { version: 1 },
  };
}

/** What that update makes of the request that the step was planned on; nothing to look at is null there, which the database has not. */
export function steppedOf<Doc extends RequestDoc>(doc: Doc, { set, entry }: PlannedStep): Doc {
  const changed = Object.entries(set).filter(([, value]) => value !== undefined);
  const heard = entry.holder ? [heardBy(entry.holder)] : [];
  return {
    ...doc,
    ...Object.fromEntries(changed),
    history: [...doc.history, entry],
    audience: [...new Set([...doc.audience, ...heard])],
    version: doc.version + 1,
  };
}

const heardBy = (holder: NonNullable<HistoryEntry['holder']>): string => audience.account(String(holder));

interface Changed {
  changes: PlannedStep['set'];
  entry: Partial<HistoryEntry>;
}

async function changesOf(
  ctx: Context,
  who: Who | null,
  doc: RequestDoc,
  acting: Acting<RequestAction, RequestState>,
): Promise<Changed> {
  if (isErrand(doc)) return errandChanges(ctx, who, doc, acting as Acting<ErrandAction, ErrandState>);
  const { step, result } = acting.input;
  const changes = await caseChanges(ctx, who, doc, acting as Acting<CaseAction, CaseState>);
  return { changes, entry: step ? { step, result: result ?? '' } : {} };
}

/** Under the key of the episode, or of the request; bound to its place in the history. Problem: destroyed. */
async function sealText(
  ctx: Context,
  doc: RequestDoc,
  text: string | undefined,
  session?: ClientSession,
): Promise<string | null> {
  if (!text) return null;
  const key = await openKeyOf(ctx, doc, session);
  return key.seal(text, placeOf.step(doc._id, doc.history.length));
}
