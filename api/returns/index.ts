import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { declareReturn } from './declareReturn';
import { getReturn } from './getReturn';
import { listHandovers } from './handover/listHandovers';
import { openPaper } from './handover/openPaper';
import { refuseHandover } from './handover/refuseHandover';
import { takeHandover } from './handover/takeHandover';
import { unansweredWork } from './handover/unansweredWork';
import { answerLeaving, withdrawLeaving } from './leaving/answerLeaving';
import { leavingWork } from './leaving/leavingWork';
import { listLeavings } from './leaving/listLeavings';
import { reportLeaving } from './leaving/reportLeaving';
import { listReturns } from './listReturns';
import { placeAddress } from './placeAddress';
import { revealReturnField } from './revealReturnField';
import { tipReturn } from './tipReturn';
import { unverifiedWork } from './unverifiedWork';
import { updateReturn } from './updateReturn';
import { verifyReturn } from './verifyReturn';
import { withdrawReturn } from './withdrawReturn';

export { actionsOf } from './actors';
export { describePerson } from './describePerson';
export { endWithObservation } from './endWithObservation';
export { Handovers } from './handover/model';
export { presentHandovers } from './handover/presentHandover';
export { inViewOf } from './inViewOf';
export { joinParties } from './joinParties';
export { Leavings } from './leaving/model';
export { leavingActionsOf } from './leaving/stepLeaving';
export { type ReturnDoc, Returns } from './model';
export { openReturns } from './openReturns';
export { hasOpenWork, rehouse } from './rehouse';
export { rejoinDeclarer } from './rejoinDeclarer';
export { rekeyReturns } from './rekeyReturns';

/** What the sweep looks after. */
export const returnWorks = [unverifiedWork, unansweredWork, leavingWork];

export const returnEndpoints: Binding[] = [
  endpoint(contracts.declareReturn, { can: ['declare', 'Return'], run: declareReturn }),
  endpoint(contracts.listReturns, { can: ['read', 'Return'], run: listReturns }),
  endpoint(contracts.getReturn, { can: ['read', 'Return'], run: getReturn }),
  endpoint(contracts.updateReturn, { can: ['update', 'Return'], run: updateReturn }),
  endpoint(contracts.verifyReturn, { can: ['verify', 'Return'], run: verifyReturn }),
  endpoint(contracts.tipReturn, { can: ['tip', 'Return'], run: tipReturn }),
  endpoint(contracts.placeAddress, { can: ['place', 'Return'], run: placeAddress }),
  endpoint(contracts.listHandovers, { can: ['read', 'Handover'], run: listHandovers }),
  endpoint(contracts.takeHandover, { can: ['answer', 'Handover'], run: takeHandover }),
  endpoint(contracts.refuseHandover, { can: ['answer', 'Handover'], run: refuseHandover }),
  endpoint(contracts.openPaper, { can: ['reveal', 'Return'], run: openPaper }),
  endpoint(contracts.reportLeaving, { can: ['report', 'Leaving'], run: reportLeaving }),
  endpoint(contracts.listLeavings, { can: ['read', 'Leaving'], run: listLeavings }),
  endpoint(contracts.answerLeaving, { can: ['answer', 'Leaving'], run: answerLeaving }),
  endpoint(contracts.withdrawLeaving, { can: ['withdraw', 'Leaving'], run: withdrawLeaving }),
  endpoint(contracts.withdrawReturn, { can: ['withdraw', 'Return'], run: withdrawReturn }),
  endpoint(contracts.revealReturnField, { can: ['reveal', 'Return'], run: revealReturnField }),
];
