import { inOrder } from '../../ladder';
import { minutesFromDue, type SlotKind } from './kind';

/** A temperature of somebody under observation, morning and evening (domain, section 4). */
export const temperature = {
  name: 'temperature',
  settledBy: 'reading',
  windows: [
    { name: 'morning', opens: '06:00', due: '09:30', closes: '12:00' },
    { name: 'evening', opens: '16:00', due: '19:30', closes: '22:00' },
  ],
  ladder: (slot) => {
    const [open, close] = [minutesFromDue(slot, slot.opensAt), minutesFromDue(slot, slot.closesAt)];
    return inOrder([
      // Nobody is asked for what cannot be done yet.
      {
        name: 'remind',
        afterMinutes: Math.max(-60, open),
        tells: ['person'],
        byCredit: true,
        untilMinutes: 0,
      },
      { name: 'due', afterMinutes: 0, tells: ['person'], untilMinutes: close },
      { name: 'contact', afterMinutes: 30, tells: ['contact'], untilMinutes: close },
      { name: 'call', afterMinutes: 60, tells: ['responsible'] },
      { name: 'leader', afterMinutes: 120, tells: ['leader'] },
      { name: 'missed', afterMinutes: close, tells: ['office'] },
    ]);
  },
} as const satisfies SlotKind<'temperature'>;
