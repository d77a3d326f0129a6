import { notPrivateToOthers, observed } from './household';
import { mandatary } from './mandatary';
import { ofDoor } from './ofDoor';
import type { Rules } from './rules';

export const resident: Rules = (may, rights, here, now) => {
  if (rights.mandate) return mandatary(may, rights, here, now);
  const own = rights.partyId
    ? {
        ...here,
        partyId: rights.partyId,
        ...(rights.residentIds?.length && { residentId: { $in: rights.residentIds } }),
      }
    : { ...here, householdId: rights.householdId };
  may('declare', 'Return');
  may(['read', 'update', 'withdraw'], 'Return', own);
  may(['read', 'report', 'withdraw'], 'Leaving', own);
  may('read', 'Dwelling', here);
  if (rights.dwellingId) may('ask', 'Dwelling', { ...here, _id: rights.dwellingId });
  // Temperatures and symptoms of an adult who closed them are nobody else's in the household (domain, section 1).
  const named = rights.partyId && rights.residentIds?.length ? { $in: rights.residentIds } : {};
  const health = { ...own, residentId: { ...named, $nin: rights.closedIds } };
  may('read', 'Health', health);
  observed(may, own, health, rights);
  may('report', 'Slot', health);
  may('skip', 'Slot', { ...own, ...ofDoor });
  may(['read', 'act'], 'Request', { ...health, ...notPrivateToOthers(rights) });
  may(['read', 'report'], 'Reading', health);
  if (!rights.householdId || rights.partyId) return;
  // What is for one of the household who closed own health data is ordered and seen by that person alone.
  may('order', 'Request', health);
  may(['read', 'act'], 'Payment', health);
  may(['read', 'order'], 'GroupBuy');
  const household = { ...here, _id: rights.householdId };
  may(['read', 'update'], 'Household', household);
  may(['read', 'give', 'end'], 'Mandate', household);
  may(['read', 'readNames', 'readNumbers'], 'Resident', { ...here, householdId: rights.householdId });
  may('read', 'AccessLog', { ...here, householdId: rights.householdId, _id: { $nin: rights.closedIds } });
  if (rights.residentId) may('update', 'Health', { ...here, residentId: rights.residentId });
};
