import { carriedStates } from '../requests/errandLife';
import { offered } from './offered';
import type { Rules } from './rules';

/** Errands alone: a door and what is wanted while they carry it, and no longer (domain, section 2). */
export const helper: Rules = (may, rights, here) => {
  offered(may, rights, here);
  // The door of what they laid out for it, until that is settled between both.
  may(['read', 'act'], 'Payment', { ...here, accountId: rights.accountId, open: true });
  const accepted = { ...here, life: 'errand', 'holder.accountId': rights.accountId };
  may('read', 'Request', accepted);
  may('act', 'Request', { ...accepted, open: true, state: { $in: carriedStates } });
};
