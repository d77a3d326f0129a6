import type { ErrandKind } from './errand';
import { appointment } from './errands/appointment';
import { care } from './errands/care';
import { cleaning } from './errands/cleaning';
import { gas } from './errands/gas';
import { gateToDoor } from './errands/gateToDoor';
import { groceries } from './errands/groceries';
import { groupBuy } from './errands/groupBuy';
import { handingOver } from './errands/handingOver';
import { medicine } from './errands/medicine';
import { other } from './errands/other';
import { parcel } from './errands/parcel';
import { repair } from './errands/repair';
import { trash } from './errands/trash';
import { water } from './errands/water';
import { fever } from './fever';
import type { CaseKind } from './kind';

export { type ErrandKind, errandLadders } from './errand';
export * from './fever';
export type { CaseKind } from './kind';

/** Every kind of case there is. */
export const caseKinds = { fever } as const;
export type CaseKindName = keyof typeof caseKinds;
export const caseKindNames = Object.keys(caseKinds) as [CaseKindName, ...CaseKindName[]];

/** Every kind of errand there is, in the order in which they are offered. */
export const errandKinds = {
  groceries,
  water,
  medicine,
  parcel,
  gateToDoor,
  gas,
  trash,
  repair,
  handingOver,
  care,
  cleaning,
  appointment,
  other,
  groupBuy,
} as const;
export type ErrandKindName = keyof typeof errandKinds;
export const errandKindNames = Object.keys(errandKinds) as [ErrandKindName, ...ErrandKindName[]];

export const errandKindOf = (name: ErrandKindName): ErrandKind => errandKinds[name];

/** What a household may ask for by itself. */
export const offeredKindNames = errandKindNames.filter((name) => !errandKindOf(name).isJoined);

export type RequestKindName = CaseKindName | ErrandKindName;
export const requestKindNames = [...caseKindNames, ...errandKindNames] as const;

export const caseKindOf = (name: CaseKindName): CaseKind<CaseKindName> => caseKinds[name];

/** What a community may open to volunteers: never medicine, and nothing that needs a trade. */
export const openableKindNames = errandKindNames.filter((name) =>
  errandKindOf(name).servedBy.includes('volunteer'),
);

/** What is told of requests is named after the case, or after errands as a whole: a message does not say what was ordered. */
export const noticePrefixOf = (name: RequestKindName): 'errand' | CaseKindName =>
  name in errandKinds ? 'errand' : (name as CaseKindName);
