import type { SlotKind } from './kind';

/** Standing trash: once a day from every door behind which somebody is under observation (domain, section 5). */
export const trash = {
  name: 'trash',
  settledBy: 'collection',
  windows: [{ name: 'day', opens: '08:00', due: '18:00', closes: '22:00' }],
  ladder: () => [
    { name: 'due', afterMinutes: 0, tells: ['responsible'] },
    { name: 'leader', afterMinutes: 60, tells: ['leader'] },
    { name: 'office', afterMinutes: 180, tells: ['office'] },
  ],
} as const satisfies SlotKind<'trash'>;
