import type { Context, Who } from '../context';
import { SearchLog } from './model';
import { whoAndWhen } from './recordAccess';

export interface Search {
  kind: 'name' | 'last4' | 'alike';
  found: number;
}

/** Records that somebody looked for a person: by what, and how many were found; never what was typed. Before anything leaves. */
export async function recordSearch(ctx: Context, who: Who, search: Search): Promise<void> {
  await SearchLog(ctx).create({ ...whoAndWhen(ctx, who), ...search });
}
