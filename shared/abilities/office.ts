import { mayBind } from './mayBind';
import { ofDoor } from './ofDoor';
import type { Rules } from './rules';

/** The whole community. */
export const office: Rules = (may, _rights, here) => {
  may('declare', 'Return');
  may(['read', 'update', 'verify', 'reveal', 'place'], 'Return', here);
  for (const subject of ['Observation', 'Slot', 'Health', 'AccessLog', 'Grid'] as const)
    may('read', subject, here);
  may(['report', 'excuse', 'visit', 'reveal'], 'Slot', here);
  may(['collect', 'skip'], 'Slot', { ...here, ...ofDoor });
  may(['release', 'report', 'reveal'], 'Observation', here);
  may(['read', 'act', 'reveal', 'order'], 'Request', here);
  may(['read', 'answer'], 'Reconciliation', here);
  may(['read', 'act', 'answer'], 'Payment', here);
  may(['read', 'order', 'manage'], 'GroupBuy');
  may(['read', 'report'], 'Reading', here);
  may(['read', 'update'], 'Household', here);
  may(['read', 'readNumbers', 'search', 'reveal', 'correct'], 'Resident', here);
  may(['read', 'propose', 'correct'], 'Correction', here);
  may(['read', 'answer'], 'Handover', here);
  may(['read', 'report', 'withdraw', 'answer'], 'Leaving', here);
  may(['read', 'ask'], 'Dwelling', here);
  mayBind(may, here);
  may('update', 'Grid', here);
  may(['read', 'update'], 'Schedule', here);
  may(['read', 'update'], 'Absence', here);
  may(['read', 'import', 'export'], 'Roster', here);
  may(['read', 'manage'], 'Staff', here);
  may('read', 'Worklist');
};
