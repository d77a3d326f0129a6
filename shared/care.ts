import { addMinutes, dayMs, minuteMs } from './time';

/** So many days after a case or an observation has ended the health station still sees it: as long as a case may be opened again. */
export const afterCareDays = 7;

/** Until when the health station sees what goes on. */
export const inCare = new Date('9999-12-31T00:00:00Z');

/** Until when the health station sees what ended at a moment (domain, section 2: people with an open case or observation). */
export const careUntil = (endedAt: Date): Date => addMinutes(endedAt, (afterCareDays * dayMs) / minuteMs);
