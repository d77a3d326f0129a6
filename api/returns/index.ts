import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { declareReturn } from './declareReturn';
import { getReturn } from './getReturn';
import { listReturns } from './listReturns';
import { revealReturnField } from './revealReturnField';
import { updateReturn } from './updateReturn';
import { verifyReturn } from './verifyReturn';
import { withdrawReturn } from './withdrawReturn';

export { actionsOf } from './actors';
export { describePerson } from './describePerson';
export { joinParties } from './joinParties';
export { type ReturnDoc, Returns } from './model';
export { openReturns } from './openReturns';
export { hasOpenWork, rehouse } from './rehouse';
export { rejoinDeclarer } from './rejoinDeclarer';
export { rekeyReturns } from './rekeyReturns';
export { unverifiedWork } from './unverifiedWork';

export const returnEndpoints: Binding[] = [
  endpoint(contracts.declareReturn, { can: ['declare', 'Return'], run: declareReturn }),
  endpoint(contracts.listReturns, { can: ['read', 'Return'], run: listReturns }),
  endpoint(contracts.getReturn, { can: ['read', 'Return'], run: getReturn }),
  endpoint(contracts.updateReturn, { can: ['update', 'Return'], run: updateReturn }),
  endpoint(contracts.verifyReturn, { can: ['verify', 'Return'], run: verifyReturn }),
  endpoint(contracts.withdrawReturn, { can: ['withdraw', 'Return'], run: withdrawReturn }),
  endpoint(contracts.revealReturnField, { can: ['reveal', 'Return'], run: revealReturnField }),
];
