import type { Ladder } from '../ladder';
import { addMinutesWithin } from '../time';

/** 120 minutes counted inside 08:00–22:00 (domain, section 3.5). */
export const verifyWithinMinutes = 120;

export const verifyBy = (declaredAt: Date): Date =>
  addMinutesWithin(declaredAt, verifyWithinMinutes, '08:00', '22:00');

/** Rungs of an unverified return, from its due time. */
export const unverifiedLadder: Ladder = [
  { name: 'due', afterMinutes: 0, tells: ['worker'] },
  { name: 'leader', afterMinutes: 30, tells: ['leader'] },
  { name: 'office', afterMinutes: 60, tells: ['office'] },
  { name: 'head', afterMinutes: 120, tells: ['officeHead'] },
];
