import { complaint } from './cases/complaint';
import { correctMyData } from './cases/correctMyData';
import { feelingUnwell } from './cases/feelingUnwell';
import { gatheringPermit } from './cases/gatheringPermit';
import { hygieneSpot } from './cases/hygieneSpot';
import { mediation } from './cases/mediation';
import { medicalVisit } from './cases/medicalVisit';
import { mentalCrisis } from './cases/mentalCrisis';
import { mentalSupport } from './cases/mentalSupport';
import { missedReport } from './cases/missedReport';
import { suddenEvent } from './cases/suddenEvent';
import { unlistedAddress } from './cases/unlistedAddress';
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
import type { CaseKind, CaseRaiser, CaseStaff } from './kind';

export { type ErrandKind, errandLadders } from './errand';
export * from './fever';
export type { CaseKind, CaseRaiser, CaseStaff, Seen } from './kind';

/** Every kind of case there is, in the order in which they are offered. */
export const caseKinds = {
  fever,
  feelingUnwell,
  medicalVisit,
  mentalSupport,
  mentalCrisis,
  complaint,
  mediation,
  suddenEvent,
  hygieneSpot,
  gatheringPermit,
  correctMyData,
  missedReport,
  unlistedAddress,
} as const;
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
export const isCaseKind = (name: RequestKindName): name is CaseKindName => name in caseKinds;
export const kindOf = (name: RequestKindName): CaseKind<CaseKindName> | ErrandKind =>
  isCaseKind(name) ? caseKindOf(name) : errandKindOf(name);

/** What a community may open to volunteers: never medicine, and nothing that needs a trade. */
export const openableKindNames = errandKindNames.filter((name) =>
  errandKindOf(name).servedBy.includes('volunteer'),
);

/** The kinds of case that somebody may raise. */
export const caseKindsFor = (raiser: CaseRaiser): CaseKindName[] =>
  caseKindNames.filter((name) => caseKindOf(name).raisedBy.includes(raiser));
/** The kinds of case of which a role sees something; or those that are kept from it. */
export const caseKindsSeenBy = (role: CaseStaff): CaseKindName[] =>
  caseKindNames.filter((name) => caseKindOf(name).seenBy[role]);
export const caseKindsHiddenFrom = (role: CaseStaff): CaseKindName[] =>
  caseKindNames.filter((name) => !caseKindOf(name).seenBy[role]);

/** Whether nobody was reached by a result: tried, and not handled yet. */
export const isInVain = (name: CaseKindName, result: string): boolean =>
  Object.values(caseKindOf(name).steps).some(({ results }) => results[result]?.isInVain);

/** What is told of requests is named after an emergency, else after cases and errands as a whole: a message does not say what was asked for. */
export const noticePrefixOf = (name: RequestKindName): 'errand' | 'fever' | 'crisis' | 'case' => {
  if (name === 'fever') return 'fever';
  if (name === 'mentalCrisis') return 'crisis';
  return isCaseKind(name) ? 'case' : 'errand';
};
