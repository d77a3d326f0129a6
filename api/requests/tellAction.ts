import type { Told } from '@shared/ladder';
import type { NoticeCode } from '@shared/notices/codes';
import { positiveTells } from '@shared/observation/tests';
import type { CaseAction, CaseTold } from '@shared/requests/lives';
import type { ClientSession } from 'mongoose';
import type { Context } from '../context';
import type { RequestDoc } from './model';
import { tellAbout } from './tellRungs';

const toldAs: Record<CaseTold, readonly Told[]> = {
  household: ['person', 'contact'],
  responsible: ['responsible'],
};

/** Tells whom the row of the life table names; every step has a version of its own. In the caller's transaction. */
export async function tellAction(
  ctx: Context,
  doc: RequestDoc,
  action: CaseAction,
  tells: readonly CaseTold[],
  session: ClientSession,
): Promise<void> {
  if (!tells.length) return;
  await tellAbout(
    ctx,
    doc,
    {
      occasion: `${action}:${doc.version}`,
      code: `${doc.kind}.${action}` as NoticeCode,
      tells: tells.flatMap((told) => toldAs[told]),
    },
    session,
  );
}

/** A positive test is told at once to worker, health staff and office, as one written down in an observation is. In the caller's transaction. */
export async function tellPositive(
  ctx: Context,
  doc: RequestDoc,
  { step, result }: { step?: string; result?: string },
  session: ClientSession,
): Promise<void> {
  if (step !== 'testResult' || result !== 'positive') return;
  const occasion = `positive:${doc.version}`;
  await tellAbout(ctx, doc, { occasion, code: 'fever.positive', tells: positiveTells }, session);
}
