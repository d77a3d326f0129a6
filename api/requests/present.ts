import type { RequestView } from '@shared/requests/contract';
import type { Context, Who } from '../context';
import { type CaseDoc, isErrand, type RequestDoc } from './model';
import { presentCases } from './presentCases';
import { presentErrands } from './presentErrands';

/** Requests for the caller, of both lives and in their order. */
export async function presentRequests(
  ctx: Context,
  who: Who,
  docs: RequestDoc[],
  { withTold = false } = {},
): Promise<RequestView[]> {
  const isCase = (doc: RequestDoc): doc is CaseDoc => !isErrand(doc);
  const views = await Promise.all([
    presentCases(ctx, who, docs.filter(isCase), { withTold }),
    presentErrands(ctx, who, docs.filter(isErrand)),
  ]);
  const byId = new Map(views.flat().map((view) => [view.id, view]));
  return docs.flatMap(({ _id }) => byId.get(String(_id)) ?? []);
}
