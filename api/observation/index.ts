import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { getObservation, listObservations } from './listObservations';

export { type ObservationDoc, Observations } from './model';
export { openObservation } from './openObservation';
export { followCase } from './referObservation';
export { rekeyObservations } from './rekeyObservations';
export { transferObservation } from './transferObservation';

export const observationEndpoints: Binding[] = [
  endpoint(contracts.listObservations, { can: ['read', 'Observation'], run: listObservations }),
  endpoint(contracts.getObservation, { can: ['read', 'Observation'], run: getObservation }),
];
