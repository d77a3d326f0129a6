import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { MandateScope, Role } from './accounts/contract';
import { carriedStates } from './requests/errandLife';
import { caseKindsHiddenFrom, caseKindsSeenBy } from './requests/kinds';
import { collectedKinds, slotKindNames, slotKindOf } from './schedules/kinds';

export type Subject =
  | 'Community'
  | 'Dwelling'
  | 'Household'
  | 'Resident'
  | 'AccessLog'
  | 'Correction'
  | 'Health'
  | 'Grid'
  | 'Absence'
  | 'Roster'
  | 'Return'
  | 'Handover'
  | 'Leaving'
  | 'Observation'
  | 'Slot'
  | 'Schedule'
  | 'Reading'
  | 'Request'
  | 'Reconciliation'
  | 'Payment'
  | 'GroupBuy'
  | 'Run'
  | 'Mandate'
  | 'Worklist'
  | 'Staff';
/** `readNames` in full and `readNumbers` masked are fields of a person; the presenter asks for them. */
export type Act =
  | 'read'
  | 'ask'
  | 'declare'
  | 'update'
  | 'withdraw'
  | 'tip'
  | 'place'
  | 'report'
  | 'answer'
  | 'order'
  | 'act'
  | 'excuse'
  | 'check'
  | 'release'
  | 'visit'
  | 'collect'
  | 'skip'
  | 'verify'
  | 'reveal'
  | 'readNames'
  | 'readNumbers'
  | 'search'
  | 'propose'
  | 'correct'
  | 'import'
  | 'invite'
  | 'give'
  | 'end'
  | 'export'
  | 'manage';
export type Abilities = MongoAbility<[Act, Subject | Record<string, unknown>]>;

/** What a token says of the membership it speaks for. Ids as strings. */
export interface Rights {
  accountId: string;
  communityId: string;
  role: Role;
  householdId: string | null;
  dwellingId: string | null;
  /** Set while the membership sees one declaration only. */
  partyId: string | null;
  /** Set when somebody acts for this household by its word: nothing beyond the scopes. */
  mandate: { id: string; scopes: readonly MandateScope[] } | null;
  /** The person of the roster that this membership is, if one is known. */
  residentId: string | null;
  /** People of the household who keep their health data to themselves; never the person itself. */
  closedIds: readonly string[];
  /** Of that declaration only these people, when somebody else declared the others. */
  residentIds?: readonly string[] | undefined;
  /** Grids a worker or leader answers for; what lies below is matched by the grid path of a document. */
  grids: readonly string[];
  /** Of staff of grids: the estates in whose pools they may accept what waits. */
  pools: readonly string[];
  /** Errands that are offered beside those: as a volunteer, as member of a team. */
  offers: readonly Offer[];
}

/** Errands of some kinds that wait in some pools, and as whom somebody may accept them. */
export interface Offer {
  as: 'volunteer' | 'teamMember';
  kinds: readonly string[];
  pools: readonly string[];
}

/**
 * Which things may this membership see and act on. The one place; it becomes a database filter, the authorization
 * of an endpoint and the actions in a reply (domain, section 2). `now` is product time: some things are seen for a while only.
 */
export function abilitiesFor(rights: Rights | null, now: Date): Abilities {
  const { can, build } = new AbilityBuilder<Abilities>(createMongoAbility);
  const may = (acts: Act | Act[], subject: Subject, conditions?: Record<string, unknown>) =>
    conditions ? can(acts, subject, conditions as never) : can(acts, subject);
  may('read', 'Community');
  may('tip', 'Return');
  if (!rights) {
    may('read', 'Dwelling');
    may('declare', 'Return');
    return build();
  }
  const here = { communityId: rights.communityId };
  byRole[rights.role]?.(may, rights, here, now);
  return build();
}

/** Whether what this membership may see changes with time alone. */
export const dependOnTime = (rights: Rights | null): boolean => rights?.role === 'health';

type May = (acts: Act | Act[], subject: Subject, conditions?: Record<string, unknown>) => unknown;
type Rules = (may: May, rights: Rights, here: { communityId: string }, now: Date) => void;

/** What everybody at home knows: that somebody is under observation and has reported. A slot that is itself a sign of illness is not of it. */
const knownAtHome = slotKindNames.filter((name) => !slotKindOf(name).isHealth);

/** What is owed by a door as a whole. */
const ofDoor = { kind: { $in: collectedKinds } };

/** Observations and slots of a household, and what is shown of whoever closed own health data to it. */
const observed = (
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
const notPrivateToOthers = ({ accountId }: Rights) => ({ privateTo: { $in: [null, accountId] } });

const resident: Rules = (may, rights, here, now) => {
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

/** Of the household that gave the mandate, and of it only what the scopes need. */
const mandatary: Rules = (may, rights, here) => {
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

/** Phones of residents and mandates of households; a mandate is judged by the household that gives it. */
const mayBind = (may: May, where: Record<string, unknown>) => {
  may('invite', 'Household', where);
  may(['read', 'give', 'end'], 'Mandate', where);
};

const gridStaff: Rules = (may, rights, here) => {
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
  if (rights.role === 'leader') may(['read', 'act'], 'Payment', inGrids);
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

const office: Rules = (may, _rights, here) => {
  may('declare', 'Return');
  may(['read', 'update', 'verify', 'reveal', 'place'], 'Return', here);
  for (const subject of ['Observation', 'Slot', 'Health', 'AccessLog', 'Grid'] as const)
    may('read', subject, here);
  may(['report', 'excuse', 'visit', 'reveal'], 'Slot', here);
  may(['collect', 'skip'], 'Slot', { ...here, ...ofDoor });
  may(['release', 'report', 'reveal'], 'Observation', here);
  may(['read', 'act', 'reveal', 'order'], 'Request', here);
  may(['read', 'answer'], 'Reconciliation', here);
  may(['read', 'act'], 'Payment', here);
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

/** People with an open case or an open observation, and a week longer (domain, section 2); `healthUntil` is kept where those are. */
const health: Rules = (may, _rights, here, now) => {
  const inCare = { ...here, healthUntil: { $gt: now } };
  may(['read', 'report', 'reveal'], 'Observation', inCare);
  may(['read', 'report'], 'Slot', inCare);
  may(['read', 'act', 'reveal'], 'Request', inCare);
  may('read', 'Health', here);
  may(['read', 'report'], 'Reading', { ...here, isInCare: true });
  may(['read', 'update'], 'Absence', here);
  may('read', 'Worklist');
};

/** What waits and is offered to somebody: that it does, of what kind, at which building. */
const offered = (may: May, { offers }: Rights, here: { communityId: string }) => {
  for (const { kinds, pools } of offers)
    may('read', 'Request', {
      ...{ ...here, life: 'errand', open: true },
      ...{ kind: { $in: kinds }, poolGridId: { $in: pools } },
    });
};

/** Errands alone: a door and what is wanted while they carry it, and no longer (domain, section 2). */
const helper: Rules = (may, rights, here) => {
  offered(may, rights, here);
  // The door of what they laid out for it, until that is settled between both.
  may(['read', 'act'], 'Payment', { ...here, accountId: rights.accountId, open: true });
  const accepted = { ...here, life: 'errand', 'holder.accountId': rights.accountId };
  may('read', 'Request', accepted);
  may('act', 'Request', { ...accepted, open: true, state: { $in: carriedStates } });
};

/** What somebody wants to say to a counsellor, its text included (domain, section 2). */
const counsellor: Rules = (may, _rights, here) => {
  may(['read', 'act', 'reveal'], 'Request', { ...here, kind: { $in: caseKindsSeenBy('counsellor') } });
  may(['read', 'update'], 'Absence', here);
  may('read', 'Worklist');
};

/** Keeps who lives in the building current: names and doors, no health data, no papers. */
const buildingHead: Rules = (may, rights, here) => {
  const inGrids = { ...here, gridPath: { $in: rights.grids } };
  may(['read', 'ask'], 'Dwelling', inGrids);
  may('read', 'Household', inGrids);
  may(['read', 'readNames', 'propose'], 'Resident', inGrids);
  may(['read', 'propose'], 'Correction', inGrids);
};

const byRole: Partial<Record<Role, Rules>> = {
  resident,
  worker: gridStaff,
  leader: gridStaff,
  office,
  health,
  counsellor,
  buildingHead,
  volunteer: helper,
  property: helper,
};
