import type { MongoAbility } from '@casl/ability';
import type { MandateScope, Role } from '../accounts/contract';

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

/** Says one thing a membership may do; a role is the list of them. */
export type May = (acts: Act | Act[], subject: Subject, conditions?: Record<string, unknown>) => unknown;
export type Rules = (may: May, rights: Rights, here: { communityId: string }, now: Date) => void;
