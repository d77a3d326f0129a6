/**
 * Everything the inbox can say. The screens have the words of each, by type: one without words does not compile. What
 * a message names beside its code is a door and numbers, never a person.
 */
export const noticeCodes = [
  'return.declared',
  'return.tipped',
  'return.unverified',
  'return.verified',
  'return.rejected',
  'return.withdrawn',
  'return.offered',
  'return.handedOver',
  'return.refused',
  'handover.unanswered',
  'leaving.agree',
  'leaving.refuse',
  'leaving.withdraw',
  'leaving.askAgain',
  'leaving.unanswered',
  'observation.check',
  'observation.leader',
  'observation.head',
  'observation.released',
  'observation.deliver',
  'observation.replanned',
  'observation.returned',
  'observation.annulled',
  'observation.positive',
  'observation.died',
  'household.joined',
  'mandate.given',
  'mandate.ended',
  'mandate.returned',
  'correction.proposed',
  'correction.applied',
  'correction.refused',
  'temperature.remind',
  'temperature.due',
  'temperature.contact',
  'temperature.call',
  'temperature.leader',
  'temperature.missed',
  'visit.due',
  'visit.leader',
  'visit.office',
  'secondReading.again',
  'secondReading.call',
  'fever.raised',
  'fever.worse',
  'fever.positive',
  'fever.leader',
  'fever.duty',
  'fever.all',
  'fever.unhandled',
  'fever.unclosed',
  'fever.acknowledge',
  'fever.take',
  'fever.reassign',
  'fever.close',
  'fever.reopen',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

/** As whom somebody is told: what was told on duty is not read at home, nor by who is on duty no more. */
export const noticeSides = ['staff', 'household'] as const;
export type NoticeSide = (typeof noticeSides)[number];

export const sideOf = (role: string | null | undefined): NoticeSide =>
  !role || role === 'resident' ? 'household' : 'staff';
