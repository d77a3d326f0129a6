import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { actOnRequest } from './actOnRequest';
import { addToAnonymousReport } from './addToAnonymousReport';
import { closeReconciliation } from './closeReconciliation';
import { endRun } from './endRun';
import { getAnonymousReport } from './getAnonymousReport';
import { getMergedList } from './getMergedList';
import { getSameDay } from './getSameDay';
import { cancelGroupBuy } from './groupBuys/cancelGroupBuy';
import { joinGroupBuy } from './groupBuys/joinGroupBuy';
import { listGroupBuyDoors } from './groupBuys/listGroupBuyDoors';
import { listGroupBuys } from './groupBuys/listGroupBuys';
import { openGroupBuy } from './groupBuys/openGroupBuy';
import { listCarriers } from './listCarriers';
import { getReconciliation, listReconciliations } from './listReconciliations';
import { getRequest, listRequests } from './listRequests';
import { listSameDay } from './listSameDay';
import { markLines } from './markLines';
import { actOnPayment, listPayments, settlePayments } from './payments';
import { placeRequest } from './placeRequest';
import { reportAnonymously } from './reportAnonymously';
import { revealRequestPhone } from './revealRequestPhone';
import { startRun } from './startRun';

export { caseActionsOf, errandActionsOf } from './actors';
export { carrierLeft } from './carrierLeft';
export { correctInCase } from './correctInCase';
export { destroyOf } from './destroyOf';
export { heldBy } from './errandActors';
export { feversOf } from './feversOf';
export { findRun } from './findRun';
export { groupBuyWork } from './groupBuys/groupBuyWork';
export { linkToObservation } from './linkToObservation';
export { type CaseDoc, Cases, type ErrandDoc, Errands, type FeverReadingDoc, Requests } from './model';
export { moveHome } from './moveHome';
export { moveRaised } from './moveRaised';
export { moveRequests } from './moveRequests';
export { openPlaces } from './openPlaces';
export { openRequestKey } from './openRequestKey';
export { openRequests } from './openRequests';
export { type PaymentDoc, Payments } from './paymentModel';
export { openDetails } from './presentErrands';
export { type AtHome, raiseFever } from './raiseFever';
export { type ReconciliationDoc, Reconciliations } from './reconciliationModel';
export { reconciliationWork } from './reconciliationWork';
export { rehouseRequests } from './rehouseRequests';
export { rekeyRequests } from './rekeyRequests';
export { requestWork } from './requestWork';
export { presentRun } from './runModel';
export { serviceEnds } from './serviceEnds';

export const requestEndpoints: Binding[] = [
  endpoint(contracts.placeRequest, { can: ['order', 'Request'], run: placeRequest }),
  endpoint(contracts.reportAnonymously, { who: 'anyone', run: reportAnonymously }),
  endpoint(contracts.getAnonymousReport, { who: 'anyone', limit: 'receipt', run: getAnonymousReport }),
  endpoint(contracts.addToAnonymousReport, { who: 'anyone', limit: 'receipt', run: addToAnonymousReport }),
  endpoint(contracts.listRequests, { can: ['read', 'Request'], run: listRequests }),
  endpoint(contracts.getMergedList, { can: ['act', 'Request'], run: getMergedList }),
  endpoint(contracts.markLines, { can: ['act', 'Request'], run: markLines }),
  endpoint(contracts.getRequest, { can: ['read', 'Request'], run: getRequest }),
  endpoint(contracts.listCarriers, { can: ['act', 'Request'], run: listCarriers }),
  endpoint(contracts.actOnRequest, { can: ['act', 'Request'], run: actOnRequest }),
  endpoint(contracts.revealRequestPhone, { can: ['reveal', 'Request'], run: revealRequestPhone }),
  endpoint(contracts.openGroupBuy, { can: ['manage', 'GroupBuy'], run: openGroupBuy }),
  endpoint(contracts.listGroupBuys, { can: ['read', 'GroupBuy'], run: listGroupBuys }),
  endpoint(contracts.listGroupBuyDoors, { can: ['manage', 'GroupBuy'], run: listGroupBuyDoors }),
  endpoint(contracts.joinGroupBuy, { can: ['order', 'GroupBuy'], run: joinGroupBuy }),
  endpoint(contracts.cancelGroupBuy, { can: ['manage', 'GroupBuy'], run: cancelGroupBuy }),
  endpoint(contracts.listPayments, { can: ['read', 'Payment'], run: listPayments }),
  endpoint(contracts.settlePayments, { can: ['act', 'Payment'], run: settlePayments }),
  endpoint(contracts.actOnPayment, { can: ['act', 'Payment'], run: actOnPayment }),
  endpoint(contracts.getSameDay, { can: ['read', 'Worklist'], run: getSameDay }),
  endpoint(contracts.listSameDay, { can: ['read', 'Worklist'], run: listSameDay }),
  endpoint(contracts.startRun, { can: ['act', 'Run'], run: startRun }),
  endpoint(contracts.endRun, { can: ['act', 'Run'], run: endRun }),
  endpoint(contracts.listReconciliations, { can: ['read', 'Reconciliation'], run: listReconciliations }),
  endpoint(contracts.getReconciliation, { can: ['read', 'Reconciliation'], run: getReconciliation }),
  endpoint(contracts.closeReconciliation, { can: ['answer', 'Reconciliation'], run: closeReconciliation }),
];
