import { actionInputs } from '@shared/requests/contract';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import { inTransaction, isDuplicate } from '../platform/mongo';
import { parse } from '../platform/validation';
import type { ActionInput } from './acting';
import { movedOn, rowFor } from './actors';
import { checkCaseStep } from './checkCaseStep';
import { checkEvidence } from './evidence';
import { findRequest } from './findRequest';
import { isErrand, type RequestDoc } from './model';
import { stepDoneBefore } from './stepDoneBefore';
import { isDone } from './stepKey';
import { stepTogether } from './stepTogether';
import { takeStep } from './takeStep';
import type { Stepped, Tapped } from './tap';

/** What somebody tapped, as it was sent. */
type Tap = Omit<Tapped, 'input'> & {
  input: Record<string, unknown>;
  /** When it was done, if not now. */
  at?: Date | undefined;
};

/** One step of a request, of now or of a moment without network. Problems: those of `stepNow`, and of `stepDoneBefore`. */
export async function stepRequest(ctx: Context, who: Who, id: string, { at, ...tap }: Tap): Promise<Stepped> {
  const tapped = { ...tap, input: parse(actionInputs[tap.action], tap.input, 'input') as ActionInput };
  const now = ctx.clock.now();
  const late = at && (await stepDoneBefore(ctx, who, id, { ...tapped, doneAt: at < now ? at : now }));
  return late ?? { doc: await stepNow(ctx, who, id, tapped) };
}

/**
 * One step of a request as its life table says: read and judged, one conditional update, history and whoever hears of it in one
 * transaction, which it shares with other steps of the same moment where it can. A repeat finds it as it is now. Problems: notFound,
 * notAllowed, input.invalid, request.movedOn, what the row needs.
 */
async function stepNow(ctx: Context, who: Who, id: string, tapped: Tapped): Promise<RequestDoc> {
  const before = tapped.action === 'deliver' && (await checkFirst(ctx, who, id, tapped));
  if (before) return before;
  const together = await stepTogether(ctx, { who, id, tapped });
  if (together) return together;
  try {
    return await inTransaction(ctx, (session) => step(ctx, who, id, tapped, session));
  } catch (error) {
    // A new fever of the same person is open: that is the case now.
    if (isDuplicate(error)) throw await movedOn(ctx, await findRequest(ctx, who, id));
    throw error;
  }
}

/** A door code is judged before the step: a wrong one counts although nothing comes of it. A repeat is judged no more. */
async function checkFirst(ctx: Context, who: Who, id: string, tapped: Tapped): Promise<RequestDoc | null> {
  const doc = await findRequest(ctx, who, id);
  if (isDone(who, doc, tapped)) return doc;
  await rowFor(ctx, who, doc, tapped);
  if (isErrand(doc)) await checkEvidence(ctx, doc, tapped.input);
  return null;
}

async function step(
  ctx: Context,
  who: Who,
  id: string,
  tapped: Tapped,
  session: ClientSession,
): Promise<RequestDoc> {
  const doc = await findRequest(ctx, who, id, session);
  if (isDone(who, doc, tapped)) return doc;
  const row = await rowFor(ctx, who, doc, { ...tapped, result: tapped.input.result });
  if (!isErrand(doc)) checkCaseStep(doc, tapped.action, tapped.input);
  const taken = await takeStep(ctx, doc, { ...tapped, row, who }, session);
  if (!taken) throw await movedOn(ctx, doc);
  return taken;
}
