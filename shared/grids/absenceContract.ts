import * as z from 'zod';
import { Role } from '../accounts/contract';
import { contract } from '../contract';
import { Id, Instant, page, pageQuery, Version } from '../fields';

export const absenceReasons = ['leave', 'illness', 'quarantine', 'training', 'other'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];
/** An absence may be said this late, and lasts at most so long. */
export const absenceLimits = { lateDays: 30, longestDays: 180 } as const;

const Staff = z.object({ accountId: Id, name: z.string() });
export const AbsenceView = z.object({
  id: Id,
  person: Staff,
  from: Instant,
  until: Instant,
  reason: z.enum(absenceReasons),
  state: z.enum(['later', 'now', 'over']),
  setBy: Staff,
  covers: z
    .array(z.object({ grid: z.string(), name: z.string(), phone: z.string() }))
    .describe('Who answers meanwhile, for each grid of the person; empty when it is over'),
  version: Version,
  actions: z.array(z.enum(['end'])),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

export const setAbsence = contract({
  operation: 'setAbsence',
  method: 'POST',
  path: '/api/absences',
  summary: 'Leave or illness: the own, by a leader of anybody below, by the office of anybody',
  body: z.strictObject({
    accountId: Id.optional().describe('Absent: the caller'),
    from: Instant,
    until: Instant,
    reason: z.enum(absenceReasons),
  }),
  reply: AbsenceView,
  status: 201,
  errors: ['absence.overlaps', 'key.reused'],
});

export const endAbsence = contract({
  operation: 'endAbsence',
  method: 'POST',
  path: '/api/absences/{id}/end',
  summary:
    'Back earlier than planned; an absence that has not begun is cancelled. Ending it again changes nothing',
  params: z.object({ id: Id }),
  reply: AbsenceView,
  errors: [],
});

export const listAbsences = contract({
  operation: 'listAbsences',
  method: 'GET',
  path: '/api/absences',
  summary: 'Absences in view, newest first: the own, those below a leader, all for the office',
  query: z.strictObject({
    accountId: Id.optional(),
    state: z.enum(['open', 'over']).optional().describe('Open: now and later'),
    ...pageQuery,
  }),
  reply: page(AbsenceView),
  errors: [],
});

const ClockField = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const DutyHours = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1).max(7).describe('1 is Monday'),
  from: ClockField,
  until: ClockField.describe('Earlier than from, or the same: until that time of the next day'),
});
export type DutyHours = z.infer<typeof DutyHours>;

export const DutyView = z.object({
  membershipId: Id,
  accountId: Id,
  name: z.string(),
  role: Role,
  grids: z.array(z.object({ id: Id, name: z.string() })),
  hours: z.array(DutyHours).describe('Empty: always'),
  isAbsent: z.boolean(),
});
export type DutyView = z.infer<typeof DutyView>;

export const listDuty = contract({
  operation: 'listDuty',
  method: 'GET',
  path: '/api/duty',
  summary: 'Staff in view: their grids, whether they are here, and when they are called for urgent things',
  query: z.strictObject(pageQuery),
  reply: page(DutyView),
  errors: [],
});

export const setDutyHours = contract({
  operation: 'setDutyHours',
  method: 'PATCH',
  path: '/api/duty/{membershipId}',
  summary: 'When a person is called for urgent things; nobody else becomes responsible by it',
  params: z.object({ membershipId: Id }),
  body: z.strictObject({ hours: z.array(DutyHours).max(14) }),
  reply: DutyView,
  errors: [],
});
