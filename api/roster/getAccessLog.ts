import type { AccessView } from '@shared/audit/contract';
import type { getAccessLog as contract } from '@shared/roster/residents';
import { Types } from 'mongoose';
import { surnamesOf } from '../accounts';
import { AccessLog } from '../audit';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { decodeCursor, limitOf, pageOf } from '../platform/paging';
import { findResident } from './findResident';

/** Who opened what of a person, when and why: for the person, and for those who answer for it. Problem: notFound. */
export async function getAccessLog(ctx: Context, who: Who, { params, query }: Input<typeof contract>) {
  const { communityId, _id: residentId } = await findResident(ctx, who, params.id, { subject: 'AccessLog' });
  const after = decodeCursor(query.cursor, ['moment', 'id']);
  const limit = limitOf(query);
  const docs = await AccessLog(ctx)
    .find({ communityId, residentId, ...readAtHome(who), ...(after && before(after)) })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean();
  const { rows, next } = pageOf(docs, limit, (doc) => [doc.at.toISOString(), String(doc._id)]);
  const surnames = await surnamesOf(
    ctx,
    rows.map(({ accountId }) => accountId),
  );
  const items = rows.map(
    (doc): AccessView => ({
      id: String(doc._id),
      at: doc.at.toISOString(),
      role: doc.role,
      surname: surnames.get(String(doc.accountId)) ?? '',
      field: doc.field,
      reason: doc.reason,
      about: doc.about.entity,
    }),
  );
  return { items, next };
}

/** A line about what one account alone sees at home is that account's alone. */
const readAtHome = ({ accountId, membership }: Who) =>
  membership?.role === 'resident' && { privateTo: { $in: [null, new Types.ObjectId(accountId)] } };

const before = ([moment = '', id = '']: string[]) => {
  const at = new Date(moment);
  return { at: { $lte: at }, $or: [{ at: { $lt: at } }, { at, _id: { $lt: new Types.ObjectId(id) } }] };
};
