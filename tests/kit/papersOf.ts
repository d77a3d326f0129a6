import { dataKeyId } from '../../api/platform/sealing';
import { openResident, Residents } from '../../api/roster';
import type { TestCommunity } from './startCommunity';

/** Somebody’s papers, as the roster has them. */
export async function papersOf({ running: { context } }: TestCommunity, residentId: string) {
  const doc = await Residents(context).findById(residentId).lean();
  if (!doc) throw new Error('nobody');
  const keyId = dataKeyId('roster', doc._id);
  return openResident(doc, (await context.seals.load([keyId])).get(keyId));
}
