import * as accounts from './accounts/contract';
import * as passwords from './accounts/passwordContract';
import * as slips from './accounts/slipsContract';
import * as staff from './accounts/staffContract';
import * as files from './files/contract';
import * as absences from './grids/absenceContract';
import * as grids from './grids/contract';
import * as teams from './grids/teamContract';
import * as tree from './grids/treeContract';
import * as workbooks from './grids/workbookContract';
import * as notices from './notices/contract';
import * as subscriptions from './notices/subscription';
import * as observation from './observation/contract';
import * as papers from './observation/papersContract';
import * as release from './observation/releaseContract';
import { replanObservation } from './observation/replanContract';
import * as anonymous from './requests/anonymousContract';
import * as requests from './requests/contract';
import * as groupBuy from './requests/groupBuy';
import * as mergedList from './requests/mergedList';
import * as payment from './requests/payment';
import * as reconciliation from './requests/reconciliation';
import * as run from './requests/run';
import * as sameDay from './requests/sameDayContract';
import * as returns from './returns/contract';
import * as handover from './returns/handover';
import * as leaving from './returns/leaving';
import { placeAddress } from './returns/place';
import { tipReturn } from './returns/tip';
import * as binding from './roster/binding';
import * as roster from './roster/contract';
import * as corrections from './roster/corrections';
import * as mandates from './roster/mandates';
import * as residents from './roster/residents';
import * as schedules from './schedules/contract';
import * as windows from './schedules/windowsContract';
import * as temperatures from './temperatures/contract';
import * as worklist from './worklist/contract';
import * as dueRun from './worklist/run';

/** Every operation by its name; the client and the documents read this, the API binds it. */
export const contracts = {
  createDemoSession: accounts.createDemoSession,
  createWechatSession: accounts.createWechatSession,
  requestSignInCode: accounts.requestSignInCode,
  createCodeSession: accounts.createCodeSession,
  createPasswordSession: passwords.createPasswordSession,
  changePassword: passwords.changePassword,
  resetPassword: passwords.resetPassword,
  createStaffInvitation: passwords.createStaffInvitation,
  bindWechat: passwords.bindWechat,
  listStaff: staff.listStaff,
  createStaff: staff.createStaff,
  updateMembership: staff.updateMembership,
  endMembership: staff.endMembership,
  countSignIns: slips.countSignIns,
  issuePasswords: slips.issuePasswords,
  refreshSession: accounts.refreshSession,
  endSession: accounts.endSession,
  listNotices: notices.listNotices,
  listDemoMessages: notices.listDemoMessages,
  moveDemoClock: notices.moveDemoClock,
  listSubscriptions: subscriptions.listSubscriptions,
  saveSubscriptions: subscriptions.saveSubscriptions,
  getMe: accounts.getMe,
  switchMembership: accounts.switchMembership,
  listCommunities: accounts.listCommunities,
  listBuildings: roster.listBuildings,
  listDwellings: roster.listDwellings,
  getHousehold: roster.getHousehold,
  requestBindingCode: binding.requestBindingCode,
  bindAccount: binding.bindAccount,
  createInvitation: binding.createInvitation,
  unbindAccount: binding.unbindAccount,
  endBindings: binding.endBindings,
  createMandate: mandates.createMandate,
  listMandates: mandates.listMandates,
  endMandate: mandates.endMandate,
  setContact: roster.setContact,
  listResidents: residents.listResidents,
  getResident: residents.getResident,
  revealField: residents.revealField,
  getAccessLog: residents.getAccessLog,
  closeHealth: residents.closeHealth,
  proposeCorrection: corrections.proposeCorrection,
  listCorrections: corrections.listCorrections,
  actOnCorrection: corrections.actOnCorrection,
  getResponsible: grids.getResponsible,
  listGrids: tree.listGrids,
  createGrid: tree.createGrid,
  updateGrid: tree.updateGrid,
  endGrid: tree.endGrid,
  getCoverage: tree.getCoverage,
  listMoves: tree.listMoves,
  getMove: tree.getMove,
  getOpenedKinds: teams.getOpenedKinds,
  setOpenedKinds: teams.setOpenedKinds,
  listTeams: teams.listTeams,
  createTeam: teams.createTeam,
  updateTeam: teams.updateTeam,
  endTeam: teams.endTeam,
  setAbsence: absences.setAbsence,
  endAbsence: absences.endAbsence,
  listAbsences: absences.listAbsences,
  listDuty: absences.listDuty,
  setDutyHours: absences.setDutyHours,
  importRoster: workbooks.importRoster,
  listImports: workbooks.listImports,
  getImport: workbooks.getImport,
  readRefusedRows: workbooks.readRefusedRows,
  previewRefusedRows: workbooks.previewRefusedRows,
  readTemplate: workbooks.readTemplate,
  exportRoster: workbooks.exportRoster,
  getSlot: schedules.getSlot,
  listSlots: schedules.listSlots,
  listSchedules: windows.listSchedules,
  setWindows: windows.setWindows,
  listUnreported: schedules.listUnreported,
  listWithoutPhone: schedules.listWithoutPhone,
  excuseSlot: schedules.excuseSlot,
  revealSlotPhone: schedules.revealSlotPhone,
  logCall: schedules.logCall,
  logVisit: schedules.logVisit,
  collectTrash: schedules.collectTrash,
  skipSlot: schedules.skipSlot,
  uploadFile: files.uploadFile,
  readFile: files.readFile,
  placeRequest: requests.placeRequest,
  reportAnonymously: anonymous.reportAnonymously,
  getAnonymousReport: anonymous.getAnonymousReport,
  addToAnonymousReport: anonymous.addToAnonymousReport,
  listRequests: requests.listRequests,
  openGroupBuy: groupBuy.openGroupBuy,
  listGroupBuys: groupBuy.listGroupBuys,
  listGroupBuyDoors: groupBuy.listGroupBuyDoors,
  joinGroupBuy: groupBuy.joinGroupBuy,
  cancelGroupBuy: groupBuy.cancelGroupBuy,
  listPayments: payment.listPayments,
  settlePayments: payment.settlePayments,
  actOnPayment: payment.actOnPayment,
  getMergedList: mergedList.getMergedList,
  markLines: mergedList.markLines,
  getRequest: requests.getRequest,
  listCarriers: requests.listCarriers,
  actOnRequest: requests.actOnRequest,
  revealRequestPhone: requests.revealRequestPhone,
  getSameDay: sameDay.getSameDay,
  listSameDay: sameDay.listSameDay,
  startRun: run.startRun,
  endRun: run.endRun,
  listReconciliations: reconciliation.listReconciliations,
  getReconciliation: reconciliation.getReconciliation,
  closeReconciliation: reconciliation.closeReconciliation,
  reportReading: temperatures.reportReading,
  reportHouseholdReadings: temperatures.reportHouseholdReadings,
  reportExtraReading: temperatures.reportExtraReading,
  getCurve: temperatures.getCurve,
  listFriendlyCalls: temperatures.listFriendlyCalls,
  listObservations: observation.listObservations,
  getObservation: observation.getObservation,
  revealObservationPhone: observation.revealObservationPhone,
  checkObservation: release.checkObservation,
  releaseObservation: release.releaseObservation,
  releaseObservations: release.releaseObservations,
  approveObservation: release.approveObservation,
  recordTest: release.recordTest,
  returnObservation: release.returnObservation,
  annulObservation: release.annulObservation,
  replanObservation,
  readRecord: papers.readRecord,
  readRelease: papers.readRelease,
  readResidentRecord: papers.readResidentRecord,
  declareReturn: returns.declareReturn,
  listReturns: returns.listReturns,
  getReturn: returns.getReturn,
  updateReturn: returns.updateReturn,
  verifyReturn: returns.verifyReturn,
  withdrawReturn: returns.withdrawReturn,
  revealReturnField: returns.revealReturnField,
  tipReturn,
  placeAddress,
  listHandovers: handover.listHandovers,
  takeHandover: handover.takeHandover,
  refuseHandover: handover.refuseHandover,
  openPaper: handover.openPaper,
  reportLeaving: leaving.reportLeaving,
  listLeavings: leaving.listLeavings,
  answerLeaving: leaving.answerLeaving,
  withdrawLeaving: leaving.withdrawLeaving,
  getWorklist: worklist.getWorklist,
  getRun: dueRun.getRun,
  listRuns: dueRun.listRuns,
};
