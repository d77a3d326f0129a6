import * as z from 'zod';
import { Role } from '../accounts/contract';
import { Id, Instant } from '../fields';

/** Why somebody opens a masked field. */
export const revealReasons = [
  'call',
  'verify',
  'correction',
  'delivery',
  'visit',
  'handover',
  'emergency',
] as const;
export const RevealReason = z.enum(revealReasons);
export type RevealReason = z.infer<typeof RevealReason>;

/** What a reveal asks for, of whatever thing: one field, and why. */
export const revealOf = <const F extends readonly [string, ...string[]]>(fields: F) =>
  z.strictObject({ field: z.enum(fields), reason: RevealReason });

export const Revealed = z.object({ value: z.string().nullable() });

/** One line of the log of a person: who opened what of the file, when and why. */
export const AccessView = z.object({
  id: Id,
  at: Instant,
  role: Role,
  surname: z.string().describe('Of whoever opened it; the office sees no more either'),
  field: z.string().describe('name, document, phone, note, or export: a list that left in full'),
  reason: z.string(),
  about: z.string().describe('The thing it was opened from: resident, return, roster'),
});
export type AccessView = z.infer<typeof AccessView>;
