import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { getWorklist } from './getWorklist';

export const worklistEndpoints: Binding[] = [
  endpoint(contracts.getWorklist, { can: ['read', 'Worklist'], run: getWorklist }),
];
