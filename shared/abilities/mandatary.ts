import { notPrivateToOthers, observed } from './household';
import { ofDoor } from './ofDoor';
import type { Rules } from './rules';

/** Of the household that gave the mandate, and of it only what the scopes need. */
export const mandatary: Rules = (may, rights, here) => {
  const { mandate, householdId, dwellingId, closedIds } = rights;
  const theirs = { ...here, householdId };
  const seesHealth = mandate?.scopes.some((scope) => scope !== 'order');
  if (seesHealth) may('read', 'Health', { ...theirs, residentId: { $nin: closedIds } });
  if (mandate?.scopes.includes('declare')) {
    may('declare', 'Return');
    may(['read', 'update', 'withdraw'], 'Return', theirs);
    may(['read', 'report', 'withdraw'], 'Leaving', theirs);
  }
  if (mandate?.scopes.includes('report')) {
    const health = { ...theirs, residentId: { $nin: closedIds } };
    observed(may, theirs, health, rights);
    may('report', 'Slot', health);
    may('skip', 'Slot', { ...theirs, ...ofDoor });
    may(['read', 'act'], 'Request', { ...health, ...notPrivateToOthers(rights), life: 'case' });
    may('order', 'Request', { ...health, life: 'case' });
    may(['read', 'report'], 'Reading', health);
  }
  if (mandate?.scopes.includes('order')) {
    may(['read', 'order'], 'GroupBuy');
    may(['read', 'act'], 'Payment', { ...theirs, residentId: { $nin: closedIds } });
    may(['read', 'act', 'order'], 'Request', {
      ...theirs,
      residentId: { $nin: closedIds },
      life: 'errand',
    });
  }
  if (dwellingId) may(['read', 'ask'], 'Dwelling', { ...here, _id: dwellingId });
};
