export { accountForPhone } from './accountForPhone';
export { accountForStaff } from './accountForStaff';
export { authenticate } from './authenticate';
export { communityOf } from './communityOf';
export { newOneTime, setOneTime } from './credential';
export { accountEndpoints } from './endpoints';
export { type HomeAccount, homeAccounts } from './homeAccounts';
export { type Issue, type Issued, issueOf, issueOneTimes } from './issueOneTimes';
export { accountByPhone, makeAccounts } from './makeAccounts';
export { createMembershipCache } from './membershipCache';
export { Communities, type CommunityDoc, type MembershipDoc, Memberships } from './model';
export {
  consumeSecret,
  findSecret,
  guessesLeft,
  makeSecret,
  returnGuess,
  revokeSecrets,
  type SecretDoc,
  Secrets,
  takeGuess,
} from './oneTimeSecret';
export { activeMemberships } from './openSession';
export { codeSeconds, consumeCode, issueCode } from './phoneCodes';
export { adoptPhone, openPhones } from './phones';
export { openStaffNames, presentAccount, presentCommunity, type StaffName, surnamesOf } from './present';
export { refuseRealCommunity } from './refuseRealCommunity';
export { giveOneTime } from './resetPassword';
export { signInsOf } from './signInsOf';
export { isKeptElsewhere, refuseEnded, refuseOfficeUnlessHead, staffMember } from './staffMember';
export { isActive } from './tokens';
export { type WithoutWayIn, withoutWayIn } from './withoutWayIn';
