import type { Role } from '../../accounts/contract';
import type { Ladder, ResponsibleFrom } from '../../ladder';
import type { Fields, Words } from '../fields';
import type { CaseState } from '../lives';

type OpenState = Exclude<CaseState, 'closed'>;

/** By when the next step is due in each open state, and who hears when it is not done; counted from when the state began. */
export interface CaseClock {
  /** Minutes. */
  dueMinutes: Record<OpenState, number>;
  ladders: Record<OpenState, Ladder>;
}

/** Something that whoever looks into a case may write down, and what may come of it. */
export interface CaseStepKind {
  words: Words;
  results: Readonly<Record<string, Words & { isInVain?: true }>>;
}

/** What a role sees of a case: door and kind, or what was written as well. */
export type Seen = 'card' | 'text';
export type CaseStaff = Extract<Role, 'worker' | 'leader' | 'office' | 'health' | 'counsellor'>;

/** Who may raise it: the household itself, staff for somebody, and whoever says nothing of themselves. */
export type CaseRaiser = 'household' | 'staff' | 'anybody';

/** One case makes the next by itself. */
export interface Repeats {
  /** The field that says how often, and the days of each answer; any other answer is once. */
  field: string;
  days: Readonly<Record<string, number>>;
  /** The field with the moment that moves on. */
  at: string;
  /** So long before that moment the next one is raised. */
  aheadMinutes: number;
}

/** A kind of request that needs a judgement (domain, section 5). */
export interface CaseKind<Name extends string = string> extends CaseClock {
  name: Name;
  life: 'case';
  words: Words;
  /** What is said when it is raised; form, check and card follow from it. */
  fields: Fields;
  /** Nobody: it raises itself. */
  raisedBy: readonly CaseRaiser[];
  /** It is about one person, who has to be named. */
  isAboutPerson: boolean;
  /** At home only whoever raised it sees it. */
  isPrivate: boolean;
  /** A role that is not named does not see it at all. */
  seenBy: Partial<Record<CaseStaff, Seen>>;
  /** Where the search for the responsible person starts. */
  responsibleFrom: ResponsibleFrom;
  /** What whoever looks into it may write down. */
  steps: Readonly<Record<string, CaseStepKind>>;
  outcomes: Readonly<Record<string, Words>>;
  /** What is written with the closing is an answer to whoever raised it. */
  isAnswered: boolean;
  /** Whoever raised it may take it back before it is looked into. */
  mayWithdraw: boolean;
  /** A photo of before comes with it, one of after with its closing. */
  hasPhotos: boolean;
  repeats?: Repeats;
  /** Numbers to call before anything is typed, where it cannot wait. */
  callFirst?: readonly string[];
  /** Before everything else in a list. */
  isUrgent: boolean;
}

/** Everybody of the grids and the office reads it. */
export const readByGrids = { worker: 'text', leader: 'text', office: 'text' } as const;
