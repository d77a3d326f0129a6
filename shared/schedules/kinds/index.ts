import type { SlotKind } from './kind';
import { secondReading } from './secondReading';
import { temperature } from './temperature';
import { visit } from './visit';

export type { SlotKind } from './kind';
export { secondReadingMinutes } from './secondReading';

/** Every kind of slot there is. */
export const slotKinds = { temperature, visit, secondReading } as const;
export type SlotKindName = keyof typeof slotKinds;
export const slotKindNames = Object.keys(slotKinds) as [SlotKindName, ...SlotKindName[]];

/** Those with windows of a day, which a community may set. */
export const dailyKinds = slotKindNames.filter((name) => slotKinds[name].windows.length > 0);

export const slotKindOf = (name: SlotKindName): SlotKind<SlotKindName> => slotKinds[name];
