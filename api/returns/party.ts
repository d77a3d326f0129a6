import type { Policy } from '@shared/observation/policies';
import type { NamedDeclaration } from '@shared/returns/declaration';
import type { ClientSession, Types } from 'mongoose';
import type { Context, Who } from '../context';
import { type Once, rowOf } from '../platform/idempotency';
import type { HouseholdDoc } from '../roster';
import { type ReturnDoc, Returns } from './model';
import type { DeclaredPlace } from './placeDeclaration';

/** A declaration that was checked, at its door, under the policy of the moment. */
export interface PartyDeclaration {
  body: NamedDeclaration;
  once: Once;
  place: DeclaredPlace;
  policy: Policy;
}

/** The people who arrive together: one household, one clock. */
export interface Party extends PartyDeclaration {
  partyId: Types.ObjectId;
  household: HouseholdDoc;
  dueAt: Date;
  now: Date;
  /** Residents that already have their return in this declaration: two of one name are two people. */
  declared: Set<string>;
}

/** Whether somebody of a declaration is the one who declares: the first person, by a way in that is the person's own. */
export const isDeclarer = ({ relation, source }: Pick<ReturnDoc, 'relation' | 'source'>): boolean =>
  relation === 'self' && (source === 'self' || source === 'noticeQr');

/** The idempotency key of one person of a declaration. */
export const declarationKey = (who: Who, once: Once, row: number): string =>
  `${who.accountId}:${rowOf(once, row).key}`;

/** The same rank on all of a party: a fever among them brings all of them to the top. */
export async function rankParty(
  ctx: Context,
  communityId: Types.ObjectId,
  partyId: Types.ObjectId,
  session: ClientSession,
): Promise<void> {
  const open = { communityId, partyId, ended: false };
  const fever = await Returns(ctx)
    .exists({ ...open, urgency: 'fever' })
    .session(session);
  const partyRank = fever ? 0 : 1;
  await Returns(ctx).updateMany(
    { ...open, partyRank: { $ne: partyRank } },
    { $set: { partyRank } },
    { session },
  );
}
