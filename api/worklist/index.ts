import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { getWorklist } from './getWorklist';
import { getRun, listRuns } from './run/getRun';

export const worklistEndpoints: Binding[] = [
  endpoint(contracts.getWorklist, { can: ['read', 'Worklist'], run: getWorklist }),
  endpoint(contracts.getRun, { can: ['act', 'Run'], run: getRun }),
  endpoint(contracts.listRuns, { can: ['act', 'Run'], run: listRuns }),
];
