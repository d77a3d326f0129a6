import { minutesFromDue, type SlotKind } from './kind';

/** A second reading 15 to 30 minutes after a fever; the slot opens with the fever (domain, section 4). Asked for at night too. */
export const secondReading = {
  name: 'secondReading',
  settledBy: 'reading',
  isHealth: true,
  windows: [],
  ladder: (slot) => [
    {
      name: 'again',
      afterMinutes: minutesFromDue(slot, slot.opensAt),
      tells: ['person', 'contact'],
      untilMinutes: minutesFromDue(slot, slot.closesAt),
      atNight: true,
    },
    { name: 'call', afterMinutes: 15, tells: ['responsible'], atNight: true },
  ],
} as const satisfies SlotKind<'secondReading'>;

export const secondReadingMinutes = { opens: 15, due: 30, closes: 120 } as const;
