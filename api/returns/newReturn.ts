import { rungAt } from '@shared/ladder';
import { unverifiedLadder } from '@shared/returns/clock';
import type { ClientSession, Types } from 'mongoose';
import type { Context } from '../context';
import { type DataKey, dataKeyId } from '../platform/sealing';
import type { DeclaredFields, ReturnDoc, ReturnStep } from './model';

export interface NewReturn
  extends Pick<
    ReturnDoc,
    '_id' | 'communityId' | 'partyId' | 'residentId' | 'householdId' | 'source' | 'declaredBy' | 'audience'
  > {
  fields: DeclaredFields;
  now: Date;
  /** When it has to be verified; its ladder starts from there. */
  dueAt: Date;
  by: ReturnStep['by'];
  declaration: ReturnDoc['declarations'][number];
}

/** A return as it begins: declared, nobody told yet, the first step of its history. */
export const newReturn = ({ fields, now, dueAt, by, declaration, ...facts }: NewReturn): ReturnDoc => ({
  ...facts,
  ...fields,
  state: 'declared',
  ended: false,
  version: 1,
  partyRank: 1,
  declaredAt: now,
  ...freshClock(dueAt),
  rungs: [],
  declarations: [declaration],
  history: [{ at: now, by, action: 'declare', from: null, to: 'declared' }],
  drill: false,
});

/** The ladder of an unverified return, from its first rung. */
export const freshClock = (dueAt: Date) => ({
  dueAt,
  step: 0,
  nextStepAt: rungAt(unverifiedLadder, dueAt, 0),
});

/** The key of a return’s episode, made with it. */
export async function makeEpisode(
  ctx: Context,
  id: Types.ObjectId,
  session: ClientSession,
): Promise<DataKey> {
  const keyId = dataKeyId('episode', id);
  const key = (await ctx.seals.make([keyId], session)).get(keyId);
  if (!key) throw new Error('episode key was not made');
  return key;
}
