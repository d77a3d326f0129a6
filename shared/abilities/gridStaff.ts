import { caseKindsHiddenFrom } from '../requests/kinds';
import { mayBind } from './mayBind';
import { ofDoor } from './ofDoor';
import { offered } from './offered';
import type { Rules } from './rules';

/** Whoever answers for grids: workers, and leaders of what lies below. */
export const gridStaff: Rules = (may, rights, here) => {
  const inGrids = { ...here, gridPath: { $in: rights.grids } };
  may('declare', 'Return');
  may(['read', 'update', 'verify', 'reveal'], 'Return', inGrids);
  for (const subject of ['Observation', 'Slot', 'Health', 'AccessLog'] as const)
    may('read', subject, inGrids);
  may(['report', 'excuse', 'visit', 'reveal'], 'Slot', inGrids);
  may(['collect', 'skip'], 'Slot', { ...inGrids, ...ofDoor });
  may(['check', 'report', 'reveal'], 'Observation', inGrids);
  may('order', 'Request', inGrids);
  const hidden = rights.role === 'worker' ? caseKindsHiddenFrom('worker') : [];
  may(['read', 'act', 'reveal'], 'Request', {
    ...inGrids,
    ...(hidden.length && { kind: { $nin: hidden } }),
  });
  // What waits in the pool of the estate, and whoever was faster there; whoever accepted it goes on seeing it.
  may('read', 'Request', { ...here, poolGridId: { $in: rights.pools }, open: true });
  offered(may, rights, here);
  may('read', 'Request', { ...here, 'holder.accountId': rights.accountId });
  may('reveal', 'Request', { ...here, 'holder.accountId': rights.accountId, open: true });
  // What one has laid out, and for a leader what others have.
  may(['read', 'act'], 'Payment', { ...here, accountId: rights.accountId });
  if (rights.role === 'leader') may(['read', 'act', 'answer'], 'Payment', inGrids);
  may(['read', 'order'], 'GroupBuy');
  if (rights.role === 'leader') may('manage', 'GroupBuy');
  // One's own trips through a building; what is due there is judged by itself.
  may('act', 'Run');
  // What somebody did without network is found out by the leader; whoever did it sees what came of it.
  if (rights.role === 'leader') may(['read', 'answer'], 'Reconciliation', inGrids);
  may('read', 'Reconciliation', { ...here, accountId: rights.accountId });
  may(['read', 'report'], 'Reading', inGrids);
  may(['read', 'update'], 'Household', inGrids);
  may(['read', 'readNumbers', 'search', 'reveal', 'correct'], 'Resident', inGrids);
  may(['read', 'propose', 'correct'], 'Correction', inGrids);
  may(['read', 'report', 'withdraw', 'answer'], 'Leaving', inGrids);
  may(['read', 'ask'], 'Dwelling', inGrids);
  mayBind(may, inGrids);
  may('read', 'Grid', here);
  may(['read', 'update'], 'Absence', here);
  may('read', 'Worklist');
};
