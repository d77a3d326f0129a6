import type { SlotKind } from './kind';
import { secondReading } from './secondReading';
import { temperature } from './temperature';
import { trash } from './trash';
import { visit } from './visit';

export type { SettledBy, SlotKind } from './kind';
export { secondReadingMinutes } from './secondReading';

/** Every kind of slot there is. */
export const slotKinds = { temperature, visit, secondReading, trash } as const;
export type SlotKindName = keyof typeof slotKinds;
export const slotKindNames = Object.keys(slotKinds) as [SlotKindName, ...SlotKindName[]];

export const slotKindOf = (name: SlotKindName): SlotKind<SlotKindName> => slotKinds[name];

/** Of a door as a whole, not of one person behind it: collected there, or not needed today by the word of the household. */
export const collectedKinds = slotKindNames.filter((name) => slotKindOf(name).settledBy === 'collection');

/** Those with windows of a day, which a community may set. By type as well: the screen where it does has words for each. */
export type DailyKind = {
  [Name in SlotKindName]: (typeof slotKinds)[Name]['windows'] extends readonly [] ? never : Name;
}[SlotKindName];
export const dailyKinds = slotKindNames.filter(
  (name): name is DailyKind => slotKindOf(name).windows.length > 0,
);
