import type { listCarriers as contract } from '@shared/requests/contract';
import type { Context, Who } from '../context';
import { gridBook } from '../grids';
import type { Input } from '../platform/endpoint';
import { problem } from '../platform/problem';
import { carriersOf } from './colleagues';
import { errandActorsOf } from './errandActors';
import { findRequest } from './findRequest';
import { isErrand } from './model';

/** Whom an errand may be given to, for whoever may give it: a worker knows the colleagues of the estate by it. Problems: notFound, notAllowed. */
export async function listCarriers(ctx: Context, who: Who, { params }: Input<typeof contract>) {
  const doc = await findRequest(ctx, who, params.id);
  if (!isErrand(doc)) throw problem('notFound');
  const now = ctx.clock.now();
  const book = await gridBook(ctx, doc.communityId);
  const actors = errandActorsOf(who, doc, book, now);
  if (!actors.some((one) => one === 'holder' || one === 'leader' || one === 'office'))
    throw problem('notAllowed');
  const carriers = carriersOf(book, doc, now).filter(
    ({ accountId }) => !doc.objectedTo.some((id) => id.equals(accountId)),
  );
  return {
    items: carriers.map(({ accountId, role, gridIds }) => ({
      accountId: String(accountId),
      name: book.names.get(String(accountId))?.name ?? '',
      role,
      grid: book.grids.get(String(gridIds[0]))?.name ?? null,
    })),
  };
}
