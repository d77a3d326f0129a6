import type { ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { attachFiles } from '../files';
import type { DataKey } from '../platform/sealing';
import type { ActionInput } from './acting';
import type { HistoryEntry, RequestDoc } from './model';
import { openKeyOf } from './texts';

/** What a step brings along. */
export type Brought = Pick<HistoryEntry, 'fileIds'>;

/** Photos an errand is ordered with, in the transaction that places it. Problem: input.invalid (file.unknown). */
export async function attachOrdered(
  ctx: Context,
  who: Who,
  { requestId, fileIds, key }: { requestId: Types.ObjectId; fileIds: string[]; key: DataKey },
  session: ClientSession,
): Promise<Brought> {
  const named = fileIds.map((id, i) => ({ id, path: `fileIds.${i}` }));
  return attachFiles(ctx, who, { named, uses: ['order', 'prescription'], requestId, key }, session);
}

const taken = { receiptFileId: 'receipt', photoFileId: 'evidence' } as const;

/** The photo a step brings along, in its transaction. Problems: input.invalid (file.unknown), destroyed. */
export async function attachBrought(
  ctx: Context,
  who: Who,
  doc: RequestDoc,
  input: ActionInput,
  session: ClientSession,
): Promise<Brought> {
  for (const [name, use] of Object.entries(taken)) {
    const id = input[name as keyof typeof taken];
    if (!id) continue;
    const key = await openKeyOf(ctx, doc, session);
    const named = [{ id, path: `input.${name}` }];
    return attachFiles(ctx, who, { named, uses: [use], requestId: doc._id, key }, session);
  }
  return {};
}

export const bringsPhoto = (input: ActionInput): boolean =>
  Object.keys(taken).some((name) => input[name as keyof typeof taken]);
