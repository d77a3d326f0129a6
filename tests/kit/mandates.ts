import type { CallOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';
import { type Caller, callerOf } from './caller';
import { codeOn } from './phoneMessages';
import type { TestCommunity } from './startCommunity';

export type MandateBody = CallOf<typeof contracts.createMandate>['body'];

/** The household of a resident; `me` is whoever signed in. */
export async function homeOf(resident: Caller) {
  const { household } = await resident.gets('getMe');
  if (!household) throw new Error('nobody lives there');
  const me = household.people.find(({ isMe }) => isMe);
  return { ...household, dwellingId: household.dwellingId ?? '', me: me?.residentId ?? '' };
}

/** To declare and to report, until 20 December 2026, given in the app; unless told otherwise. */
export async function mandateOf(
  parents: Caller,
  phone: string,
  changes: Partial<MandateBody> = {},
): Promise<MandateBody> {
  const { id, me } = await homeOf(parents);
  return {
    householdId: id,
    phone,
    relation: 'child',
    scopes: ['declare', 'report'],
    attestedBy: me,
    how: 'app',
    until: '2026-12-20T00:00:00+08:00',
    ...changes,
  };
}

/** Somebody far away signs in with the own telephone. */
export async function signInFrom(community: TestCommunity, phone: string): Promise<Caller> {
  await community.running.context.connection.collection('phoneCodes').deleteMany({});
  await community.anybody.gets('requestSignInCode', { body: { phone } });
  const code = await codeOn(community, phone);
  const session = await community.anybody.gets('createCodeSession', { body: { phone, code } });
  return callerOf(community.running.url, session);
}
