import { type Model, Types } from 'mongoose';
import { decodeCursor, limitOf, pageOf } from './paging';

interface PageQuery {
  cursor?: string | undefined;
  limit?: number | undefined;
}

/** A page of what matches, newest first: ids grow with time. Problem: input.invalid, for a cursor that is not ours. */
export async function newestFirst<Doc extends { _id: Types.ObjectId }>(
  model: Model<Doc>,
  where: object,
  query: PageQuery,
): Promise<{ rows: Doc[]; next: string | null }> {
  const [after] = decodeCursor(query.cursor, ['id']) ?? [];
  const limit = limitOf(query);
  const older = after ? [{ _id: { $lt: new Types.ObjectId(after) } }] : [];
  const docs = (await model
    .find({ $and: [where, ...older] } as never)
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean()) as Doc[];
  return pageOf(docs, limit, (doc) => [String(doc._id)]);
}
