import type { Correction } from '@shared/roster/corrections';
import type { ClientSession } from 'mongoose';
import type { Context } from '../../context';
import { problem } from '../../platform/problem';
import { type DataKey, dataKeyId } from '../../platform/sealing';
import { kindOf } from './kinds';
import { beforePlace, type CorrectionDoc, saidPlace } from './model';

interface Subject extends Pick<CorrectionDoc, '_id' | 'communityId' | 'about'> {
  /** Whose word makes it hold. */
  by: CorrectionDoc['by']['accountId'];
}

export const openSaid = ({ _id, said }: Pick<CorrectionDoc, '_id' | 'said'>, key: DataKey): Correction =>
  JSON.parse(key.open(said, saidPlace(_id))) as Correction;

/** The roster key that seals a correction: that of the first person it is about. */
export async function keyOf(
  ctx: Context,
  { about }: Pick<CorrectionDoc, 'about'>,
  session?: ClientSession,
): Promise<DataKey | undefined> {
  const keyId = dataKeyId('roster', about[0] ?? '');
  return (await ctx.seals.load([keyId], session)).get(keyId);
}

/** Does what was said, in the caller’s transaction; answers what is written down of it. */
export async function applyCorrection(
  ctx: Context,
  { _id, communityId, about, by }: Subject,
  said: Correction,
  key: DataKey,
  session: ClientSession,
): Promise<Pick<CorrectionDoc, 'before' | 'about'>> {
  const [residentId] = about;
  if (!residentId) throw problem('roster.movedOn');
  const on = { communityId, residentId, key, by, session };
  const { before, also = [] } = await kindOf(said.kind).apply(ctx, said as never, on);
  return { before: key.seal(JSON.stringify(before), beforePlace(_id)), about: [...about, ...also] };
}
