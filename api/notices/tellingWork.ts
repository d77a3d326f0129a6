import type { Context } from '../context';
import type { Due, DueWork, Step } from '../platform/sweep';
import type { Telling } from './model';
import { tell } from './tell';

/** What a rung leaves: the change of its document, and whom it tells. */
export interface ToldStep {
  step: Step;
  tellings: Telling[];
}

/** Due work whose steps tell somebody: each document is planned by itself, and what they tell is written before they step. */
export const tellingWork = <Doc extends Due>(
  of: Pick<DueWork<Doc>, 'name' | 'documents'>,
  planStep: (ctx: Context, doc: Doc, now: Date) => Promise<ToldStep>,
): DueWork<Doc> => ({
  ...of,
  async plan(ctx, due, now) {
    const planned = await Promise.all(due.map((doc) => planStep(ctx, doc, now)));
    await tell(
      ctx,
      planned.flatMap(({ tellings }) => tellings),
    );
    return planned.map(({ step }) => step);
  },
});
