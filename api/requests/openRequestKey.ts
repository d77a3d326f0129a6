import type { Context, Who } from '../context';
import { problem } from '../platform/problem';
import type { DataKey } from '../platform/sealing';
import { readsCase } from './caseActors';
import { isInOn } from './errandActors';
import { findRequest } from './findRequest';
import { isErrand } from './model';
import { openKeyOf } from './texts';

/** What opens the photos of a request, for whoever reads what was written in it. Problems: notFound, destroyed. */
export async function openRequestKey(ctx: Context, who: Who, id: string): Promise<DataKey> {
  const doc = await findRequest(ctx, who, id);
  const reads = isErrand(doc) ? isInOn(who, doc) : readsCase(who, doc);
  if (!reads) throw problem('notFound');
  return openKeyOf(ctx, doc);
}
