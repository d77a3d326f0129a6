import type { Told } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import { positiveTells } from '@shared/observation/tests';
import type { ErrandTold } from '@shared/requests/errandLife';
import { noticePrefixOf } from '@shared/requests/kinds';
import type { ClientSession } from 'mongoose';
import type { Context, Who } from '../context';
import type { Telling } from '../notices';
import type { CaseDoc, RequestAction, RequestDoc } from './model';
import { type ToTell, tellAbout, tellingsAbout } from './tellRungs';

const toldAs: Record<ErrandTold, readonly Told[]> = {
  household: ['person', 'contact'],
  responsible: ['responsible'],
  holder: [],
};

interface Stepped {
  before: RequestDoc;
  doc: RequestDoc;
  action: RequestAction;
  tells: readonly ErrandTold[];
  who: Who | null;
}

/** Tells whom the row of the life table names. In the caller's transaction. */
export async function tellAction(ctx: Context, stepped: Stepped, session: ClientSession): Promise<void> {
  const told = toTellOf(stepped);
  if (told) await tellAbout(ctx, stepped.doc, told, session);
}

/** The same, not written yet. */
export async function actionTellings(ctx: Context, stepped: Stepped): Promise<Telling[]> {
  const told = toTellOf(stepped);
  return told ? tellingsAbout(ctx, stepped.doc, told) : [];
}

/** Every step has a version of its own. Of an errand that changed hands both holders hear, and nobody hears what they did themselves. */
function toTellOf({ before, doc, action, tells, who }: Stepped): ToTell | null {
  if (!tells.length) return null;
  const holders = tells.includes('holder')
    ? [before, doc].flatMap(({ holder }) => holder?.accountId ?? [])
    : [];
  return {
    occasion: `${action}:${doc.version}`,
    code: `${noticePrefixOf(doc.kind)}.${action}` as NoticeCode,
    tells: tells.flatMap((told) => toldAs[told]),
    holders,
    ...(doc.kind !== 'fever' && who && { except: who.accountId }),
  };
}

/** A positive test is told at once to worker, health staff and office, as one written down in an observation is. In the caller's transaction. */
export async function tellPositive(
  ctx: Context,
  doc: CaseDoc,
  { step, result }: { step?: string; result?: string },
  session: ClientSession,
): Promise<void> {
  if (step !== 'testResult' || result !== 'positive') return;
  const occasion = `positive:${doc.version}`;
  await tellAbout(ctx, doc, { occasion, code: 'fever.positive', tells: positiveTells }, session);
}
