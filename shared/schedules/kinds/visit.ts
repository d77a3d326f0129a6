import type { SlotKind } from './kind';

/** The daily follow-up of somebody under observation, by telephone, WeChat or at the door (domain, section 6). */
export const visit = {
  name: 'visit',
  settledBy: 'visit',
  windows: [{ name: 'day', opens: '08:00', due: '18:00', closes: '22:00' }],
  ladder: () => [
    { name: 'due', afterMinutes: 0, tells: ['responsible'] },
    { name: 'leader', afterMinutes: 60, tells: ['leader'] },
    { name: 'office', afterMinutes: 180, tells: ['office'] },
  ],
} as const satisfies SlotKind<'visit'>;
