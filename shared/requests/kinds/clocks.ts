import type { ToldStaff } from '../../ladder';
import type { CaseClock } from './kind';

/** Of a fever and of somebody in a crisis (domain, section 4): by day and night, and to the telephone. */
export const emergencyClock = (atOnce: readonly ToldStaff[]): CaseClock => ({
  dueMinutes: { raised: 10, acknowledged: 60, handling: 24 * 60 },
  ladders: {
    raised: [
      { name: 'raised', afterMinutes: 0, tells: atOnce, atNight: true, byPhone: true },
      { name: 'leader', afterMinutes: 10, tells: ['leader'], atNight: true, byPhone: true },
      // Only acknowledging ends this ladder. Whoever took it and did not is replaced by the duty officer, and may take it again.
      { name: 'duty', afterMinutes: 20, tells: ['duty'], moves: 'duty', atNight: true, byPhone: true },
      {
        name: 'all',
        afterMinutes: 30,
        tells: [...atOnce, 'leader', 'duty', 'person'],
        atNight: true,
        byPhone: true,
      },
    ],
    acknowledged: [{ name: 'unhandled', afterMinutes: 60, tells: ['office'], atNight: true, byPhone: true }],
    handling: [{ name: 'unclosed', afterMinutes: 24 * 60, tells: ['responsible', 'office'] }],
  },
});

interface Pace {
  /** Minutes until the leader hears that nobody has it; twice as many until the office answers for it. */
  unanswered: number;
  /** Hours until somebody has looked into it. */
  handledHours: number;
  closedDays: number;
}

/** Of everything that can wait for the morning: told at once to whoever answers, then further up. */
export const clockOf = ({ unanswered, handledHours, closedDays }: Pace): CaseClock => ({
  dueMinutes: { raised: unanswered, acknowledged: handledHours * 60, handling: closedDays * 24 * 60 },
  ladders: {
    raised: [
      { name: 'raised', afterMinutes: 0, tells: ['responsible'] },
      { name: 'leader', afterMinutes: unanswered, tells: ['leader'] },
      { name: 'office', afterMinutes: 2 * unanswered, tells: ['office'], moves: 'office' },
    ],
    acknowledged: [
      { name: 'unhandled', afterMinutes: handledHours * 60, tells: ['responsible', 'leader'] },
      { name: 'unhandledOffice', afterMinutes: 2 * handledHours * 60, tells: ['office'] },
    ],
    handling: [{ name: 'unclosed', afterMinutes: closedDays * 24 * 60, tells: ['responsible', 'office'] }],
  },
});

/** Somebody waits for a word today. */
export const withinHours = clockOf({ unanswered: 30, handledHours: 4, closedDays: 2 });
/** It is looked into within some days. */
export const withinDays = clockOf({ unanswered: 120, handledHours: 24, closedDays: 5 });
