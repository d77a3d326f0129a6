import type { listImports as contract } from '@shared/grids/workbookContract';
import type { Context, Who } from '../../context';
import type { Input } from '../../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../../platform/paging';
import { visible } from '../../platform/visible';
import { Imports } from '../model';
import { presentLine } from './presentImport';

/** The imports of the last week, newest first: the one that runs, and how the others went. */
export async function listImports(ctx: Context, who: Who, { query }: Input<typeof contract>) {
  const [before] = decodeCursor(query.cursor, ['id']) ?? [];
  const limit = limitOf(query);
  const docs = await Imports(ctx)
    .find({ $and: [visible(who, 'Roster'), ...(before ? [{ _id: { $lt: before } }] : [])] })
    .select({ state: 1, leaseUntil: 1, madeAt: 1, rows: 1, counts: 1, 'refused.row': 1 })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, ({ _id }) => [String(_id)]);
  return { items: rows.map(presentLine), next };
}
