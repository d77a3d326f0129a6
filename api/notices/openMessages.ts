import type { Context } from '../context';
import { dataKeyId } from '../platform/sealing';
import { type OutgoingDoc, outgoingPlace } from './outgoing';

export interface OpenedMessage {
  doc: OutgoingDoc;
  to: string;
  params: Record<string, string>;
}

/** Messages with their address and text; those whose key is gone are left out. */
export async function openMessages(ctx: Context, docs: OutgoingDoc[]): Promise<OpenedMessage[]> {
  const keys = await ctx.seals.load(docs.map(({ _id }) => dataKeyId('message', _id)));
  return docs.flatMap((doc) => {
    const key = keys.get(dataKeyId('message', doc._id));
    if (!key || !doc.sealed) return [];
    const { to, params } = JSON.parse(key.open(doc.sealed, outgoingPlace(doc._id)));
    return { doc, to, params };
  });
}
