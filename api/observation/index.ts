import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { annulObservation } from './annulObservation';
import { approveObservation } from './approveObservation';
import { checkObservation } from './checkObservation';
import { getObservation, listObservations } from './listObservations';
import { readRecord } from './papers/readRecord';
import { readRelease } from './papers/readRelease';
import { readResidentRecord } from './papers/readResidentRecord';
import { recordTest } from './recordTest';
import { releaseObservation } from './releaseObservation';
import { releaseObservations } from './releaseObservations';
import { replanObservation } from './replanObservation';
import { returnObservation } from './returnObservation';
import { revealObservationPhone } from './revealObservationPhone';

export { actionsOf as observationActionsOf } from './actors';
export { hasDied } from './hasDied';
export { type ObservationDoc, Observations } from './model';
export { openObservation } from './openObservation';
export { planDoor } from './planDoor';
export { followCase } from './referObservation';
export { rekeyObservations } from './rekeyObservations';
export { releaseWork } from './releaseWork';
export { shownState } from './shownState';
export { transferObservation } from './transferObservation';

export const observationEndpoints: Binding[] = [
  endpoint(contracts.listObservations, { can: ['read', 'Observation'], run: listObservations }),
  endpoint(contracts.getObservation, { can: ['read', 'Observation'], run: getObservation }),
  endpoint(contracts.revealObservationPhone, { can: ['reveal', 'Observation'], run: revealObservationPhone }),
  endpoint(contracts.checkObservation, { can: ['check', 'Observation'], run: checkObservation }),
  endpoint(contracts.releaseObservation, { can: ['release', 'Observation'], run: releaseObservation }),
  endpoint(contracts.releaseObservations, { can: ['release', 'Observation'], run: releaseObservations }),
  endpoint(contracts.approveObservation, { can: ['release', 'Observation'], run: approveObservation }),
  endpoint(contracts.recordTest, { can: ['report', 'Observation'], run: recordTest }),
  endpoint(contracts.returnObservation, { can: ['report', 'Observation'], run: returnObservation }),
  endpoint(contracts.annulObservation, { can: ['release', 'Observation'], run: annulObservation }),
  endpoint(contracts.readRecord, { can: ['read', 'Observation'], run: readRecord }),
  endpoint(contracts.readRelease, { can: ['read', 'Observation'], run: readRelease }),
  endpoint(contracts.readResidentRecord, { can: ['read', 'Reading'], run: readResidentRecord }),
  endpoint(contracts.replanObservation, { can: ['release', 'Observation'], run: replanObservation }),
];
