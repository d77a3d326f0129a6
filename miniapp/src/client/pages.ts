import type { Role } from '@shared/accounts/contract';

/** Every page by name; the only place where their addresses are written beside app.config.ts. */
export const pages = {
  signIn: '/entry/signIn/index',
  outbox: '/entry/outbox/index',
  home: '/resident/home/index',
  declare: '/resident/declare/index',
  declared: '/resident/declared/index',
  correct: '/resident/correct/index',
  myDays: '/resident/myDays/index',
  mine: '/resident/mine/index',
  bind: '/resident/mine/bind/index',
  mandates: '/resident/mine/mandates/index',
  notices: '/notices/index',
  demo: '/demo/index',
  invite: '/worker/invite/index',
  staffMandates: '/worker/mandates/index',
  paper: '/worker/paper/index',
  accessLog: '/resident/mine/accessLog/index',
  residents: '/worker/residents/index',
  resident: '/worker/resident/index',
  change: '/worker/change/index',
  corrections: '/worker/corrections/index',
  building: '/worker/building/index',
  workerList: '/worker/list/index',
  verify: '/worker/verify/index',
  tip: '/resident/ways/tip/index',
  leave: '/resident/ways/leave/index',
  workerCorrect: '/worker/correct/index',
  fillIn: '/worker/fillIn/index',
  deskDeclare: '/worker/desk/index',
  leavings: '/worker/leavings/index',
  staffSignIn: '/staff/signIn/index',
  password: '/staff/password/index',
  bindWechat: '/staff/bind/index',
  desk: '/office/desk/index',
  staff: '/office/staff/index',
  slips: '/office/slips/index',
  workerAbsence: '/worker/absence/index',
  grids: '/office/grids/index',
  grid: '/office/grid/index',
  responsible: '/office/responsible/index',
  officeAbsence: '/office/absence/index',
  roster: '/office/roster/index',
  placeAddress: '/office/place/index',
  handovers: '/office/handovers/index',
  poster: '/office/poster/index',
} as const;

export type PageUrl = (typeof pages)[keyof typeof pages];

const homes: Partial<Record<Role, string>> = {
  worker: pages.workerList,
  leader: pages.workerList,
  office: pages.desk,
  buildingHead: pages.building,
};
export const homeOf = (role: Role | undefined): string => (role && homes[role]) ?? pages.home;
