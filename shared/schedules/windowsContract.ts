import * as z from 'zod';
import { contract } from '../contract';
import type { ClockTime } from '../time';
import { dailyKinds } from './kinds';
import { windowNames } from './windows';

const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .transform((time) => time as ClockTime)
  .describe('Beijing clock, HH:mm');
const WindowInput = z.strictObject({ name: z.enum(windowNames), opens: Clock, due: Clock, closes: Clock });

export const ScheduleView = z.object({
  kind: z.enum(dailyKinds),
  windows: z.array(
    z.object({ name: z.enum(windowNames), opens: z.string(), due: z.string(), closes: z.string() }),
  ),
  isOwn: z.boolean().describe('Set by the community; otherwise those of the kind'),
});
export type ScheduleView = z.infer<typeof ScheduleView>;

export const listSchedules = contract({
  operation: 'listSchedules',
  method: 'GET',
  path: '/api/schedules',
  summary: 'The windows of a day in which something is owed',
  reply: z.object({ items: z.array(ScheduleView) }),
  errors: [],
});

export const setWindows = contract({
  operation: 'setWindows',
  method: 'PATCH',
  path: '/api/schedules/{kind}',
  summary: 'Other windows for what is planned from now on; what is open keeps its hours',
  params: z.object({ kind: z.enum(dailyKinds) }),
  body: z.strictObject({ windows: z.array(WindowInput).min(1).max(4) }),
  reply: ScheduleView,
  errors: [],
});
