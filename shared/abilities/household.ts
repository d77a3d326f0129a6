import { slotKindNames, slotKindOf } from '../schedules/kinds';
import type { May, Rights } from './rules';

/** What everybody at home knows: that somebody is under observation and has reported. A slot that is itself a sign of illness is not of it. */
const knownAtHome = slotKindNames.filter((name) => !slotKindOf(name).isHealth);

/** Observations and slots of a household, and what is shown of whoever closed own health data to it. */
export const observed = (
  may: May,
  own: Record<string, unknown>,
  health: Record<string, unknown>,
  rights: Rights,
) => {
  may('read', 'Observation', own);
  may('read', 'Slot', health);
  if (rights.closedIds.length) may('read', 'Slot', { ...own, kind: { $in: knownAtHome } });
};

/** What is between one of the household and whoever listens is read by nobody else at home. */
export const notPrivateToOthers = ({ accountId }: Rights) => ({ privateTo: { $in: [null, accountId] } });
