import type { Rights } from '@shared/abilities';
import type { Role } from '@shared/accounts/contract';
import type { ResponsibleFrom } from '@shared/ladder';
import type { ResidentFile } from '@shared/roster/residents';
import type { ClientSession, Connection, Types } from 'mongoose';
import type { BlindIndex } from './platform/blindIndex';
import type { Changes } from './platform/changes';
import type { Clock } from './platform/clock';
import type { Config } from './platform/config';
import type { Limits } from './platform/limits';
import type { Log } from './platform/log';
import type { MessagePort } from './platform/messagePort';
import type { Metrics } from './platform/metrics/metrics';
import type { DataKey, SealKeys } from './platform/sealing';
import type { Wechat } from './platform/wechat';

/** What every room is given. Built once by openContext; stories build the same with their own configuration. */
export interface Context {
  config: Config;
  connection: Connection;
  clock: Clock;
  seals: SealKeys;
  blind: BlindIndex;
  changes: Changes;
  limits: Limits;
  log: Log;
  metrics: Metrics;
  wechat: Wechat;
  /** Null where nothing can leave: in production without a gateway. */
  messages: MessagePort | null;
  /** The same by WeChat, to whoever allowed it; null where its templates are not set up. */
  wechatMessages: MessagePort | null;
  /** What higher rooms told lower ones to ask them for; registered in app.ts. */
  hooks: Hooks;
}

export interface Hooks {
  /** Who a bearer token speaks for; throws a session problem. */
  authenticate(token: string): Promise<Who>;
  /** The door of a household and the names of grids, for the memberships of an account. */
  describeMemberships(memberships: MembershipPlace[]): Promise<Map<string, MembershipLabels>>;
  /** Declarations of somebody who turns out to live behind their door become the household’s; answers which parties did. */
  joinParties(joining: Joining, session: ClientSession): Promise<Types.ObjectId[]>;
  /** Where the things of a community lie that somebody still has to do. */
  openWork(communityId: Types.ObjectId): Promise<OpenWork[]>;
  /** One account became another: what higher rooms address to the first goes to the second. */
  accountJoined(from: string, to: string, session: ClientSession): Promise<void>;
  /** People of a household who closed their health data, by id. */
  closedHealth(communityId: Types.ObjectId, householdId: Types.ObjectId): Promise<string[]>;
  /** What somebody may accept that waits: in the pools of the own grids, and what is offered beside. */
  reachOf(member: Member): Promise<Pick<Rights, 'pools' | 'offers'>>;
  /** Somebody serves until then: what they have accepted and not begun waits for others from that moment on. */
  serviceEnds(serving: EndedMembership, until: Date | null, session: ClientSession): Promise<void>;
  /** A grid and all below it, else those of the membership; null where grids do not narrow what is seen. */
  gridsBelow(who: Who, gridId?: string): Promise<Types.ObjectId[] | null>;
  /** What higher rooms know of a person: who answers for the door, returns, observations, readings. */
  describePerson(who: Who, person: PersonAt): Promise<PersonFacts>;
  /** An observation or a declaration of the person that is in view of the caller; neither need have slots. */
  inViewOf(who: Who, of: OnePerson): Promise<InView | null>;
  /** Whether the person’s last observation ended with their death. */
  hasDied(of: OnePerson, session?: ClientSession): Promise<boolean>;
  /** The accounts of whoever answers for work at a place now. */
  responsibleAccounts(communityId: Types.ObjectId, place: GridPlace): Promise<Types.ObjectId[]>;
  /** Whether somebody has a return or an observation that has not ended. */
  hasOpenWork(
    communityId: Types.ObjectId,
    residentIds: Types.ObjectId[],
    session: ClientSession,
  ): Promise<boolean>;
  /** People became part of another household: their work follows them, or goes over to `intoResidentId`. */
  rehouse(move: Rehousing, session: ClientSession): Promise<void>;
  /** A request took a step; higher rooms may have to follow, in the same transaction. */
  requestStepped(step: SteppedRequest, session: ClientSession): Promise<void>;
  /** The key of what was written in a request, for whoever reads that. Problems: notFound, destroyed. */
  openRequestKey(who: Who, requestId: string): Promise<DataKey>;
  /** Two households are one: what the first had as a whole is the other’s. */
  moveHome(
    homes: { communityId: Types.ObjectId; from: Types.ObjectId; into: Types.ObjectId },
    session: ClientSession,
  ): Promise<void>;
  /** Somebody serves no longer: what they carry is somebody’s at once. */
  membershipEnded(ended: EndedMembership, session: ClientSession): Promise<void>;
  /** Somebody is forgotten: what was kept for them alone is destroyed with the file. */
  personForgotten(forgotten: ForgottenPerson, session: ClientSession): Promise<void>;
  /** An observation ended; the return that opened it ends with it, in the same transaction. */
  observationEnded(ended: EndedObservation, session: ClientSession): Promise<void>;
  /** Audience keys a membership listens to; a leader’s cover the grids below. */
  liveKeys(who: Who): Promise<string[]>;
  /** Puts the open work of doors that changed hands under their place, room by room; answers how much of what. */
  rekeyWork(doors: MovedDoors): Promise<Record<string, number>>;
}

export interface Joining {
  communityId: Types.ObjectId;
  partyIds: Types.ObjectId[];
  household: { _id: Types.ObjectId; dwellingId?: Types.ObjectId };
}

/** Some doors of a community that lie in one place now. */
export interface MovedDoors {
  communityId: Types.ObjectId;
  dwellingIds: Types.ObjectId[];
  place: { gridId: Types.ObjectId; gridPath: Types.ObjectId[]; patchId?: Types.ObjectId };
  /** At the last look: the audience keys of all grids that do not lie above these doors; they need not hear any more. */
  deaf: string[];
}

/** How a room re-keys its open work at these doors. Closed work and history are not touched; repeating changes nothing. */
export type Rekeyer = (ctx: Context, doors: MovedDoors) => Promise<Record<string, number>>;

/** The part of a piece of work by which the responsible person is found. */
export interface OpenWork {
  gridId?: Types.ObjectId | null;
  patchId?: Types.ObjectId | null;
  responsibleFrom: ResponsibleFrom;
  responsibleAccountId?: Types.ObjectId | null;
}

/** The leaf grid, its path from the top, and the patch. */
export interface GridPlace {
  gridId: Types.ObjectId;
  gridPath: Types.ObjectId[];
  patchId?: Types.ObjectId | undefined;
}

export interface OnePerson {
  communityId: Types.ObjectId;
  residentId: Types.ObjectId;
}

/** Something of a person that the caller sees, and the declaration it belongs to. */
export interface InView {
  partyId?: Types.ObjectId | undefined;
}

/** A person, and where the household is. */
export interface PersonAt extends GridPlace, OnePerson {
  householdId: Types.ObjectId;
}
export type PersonFacts = Pick<ResidentFile, 'responsible' | 'returns' | 'observations' | 'readings'>;

export interface Rehousing {
  communityId: Types.ObjectId;
  residentIds: Types.ObjectId[];
  householdId: Types.ObjectId;
  intoResidentId?: Types.ObjectId;
  /** The household in which nobody is left. */
  emptied?: Types.ObjectId;
}

export interface EndedMembership {
  communityId: Types.ObjectId;
  membershipId: Types.ObjectId;
  accountId: Types.ObjectId;
}

export interface ForgottenPerson extends OnePerson {
  /** Of a household that goes as well. */
  householdId: Types.ObjectId | null;
}

export interface EndedObservation {
  communityId: Types.ObjectId;
  returnId: Types.ObjectId;
  by: { accountId: Types.ObjectId; membershipId?: Types.ObjectId; role: Role | null };
}

export interface SteppedRequest {
  action: string;
  doc: {
    _id: Types.ObjectId;
    communityId: Types.ObjectId;
    kind: string;
    residentId: Types.ObjectId;
    observationId?: Types.ObjectId;
    outcome?: string | null;
  };
}

/** Somebody of staff, as far as it matters where they serve. */
export interface Member {
  _id: Types.ObjectId;
  communityId: Types.ObjectId;
  role: Role;
  gridIds: Types.ObjectId[];
}

export interface MembershipPlace {
  id: string;
  householdId: string | null;
  gridIds: string[];
}
export interface MembershipLabels {
  door: string | null;
  grids: { id: string; name: string }[];
}

/** Who acts: an account, and the one membership its token speaks for. */
export interface Who {
  accountId: string;
  sessionId: string;
  membership: ActiveMembership | null;
  /** Product time of the call. */
  at: Date;
  /** Signed in with a one-time password: good for changing it and nothing else. */
  mustChangePassword?: boolean;
  /** End of the access token, machine time. */
  expiresAt: Date;
}

export interface ActiveMembership extends Rights {
  id: string;
  head: boolean;
  /** Product time; nothing is seen or heard after it. */
  until: Date | null;
}
