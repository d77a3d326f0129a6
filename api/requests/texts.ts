import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { problem } from '../platform/problem';
import { type DataKey, type DataKeyId, dataKeyId } from '../platform/sealing';
import { isErrand, type RequestDoc } from './model';

/** The key that seals the texts of a request: of the return it belongs to, or its own. */
export const keyOf = (doc: RequestDoc): DataKeyId =>
  !isErrand(doc) && doc.episodeId ? dataKeyId('episode', doc.episodeId) : dataKeyId('request', doc._id);

/** The same, opened. Problem: destroyed. */
export async function openKeyOf(ctx: Context, doc: RequestDoc, session?: ClientSession): Promise<DataKey> {
  const key = (await ctx.seals.load([keyOf(doc)], session)).get(keyOf(doc));
  if (!key) throw problem('destroyed');
  return key;
}

type SealedField = 'details' | 'note' | 'caller' | 'doorCode' | 'place' | 'receipt';

/** Where a sealed text stands; it cannot be moved from there. */
export const placeOf = {
  step: (id: Types.ObjectId, i: number): string => `requests/${String(id)}/history/${i}`,
  /** Of a reconciliation. */
  done: (id: Types.ObjectId, key: string): string => `reconciliations/${String(id)}/steps/${key}`,
  outcome: (id: Types.ObjectId): string => `reconciliations/${String(id)}/outcome`,
  field: (id: Types.ObjectId, name: SealedField): string => `requests/${String(id)}/${name}`,
};
