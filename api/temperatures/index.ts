import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { getCurve } from './getCurve';
import { listFriendlyCalls } from './listFriendlyCalls';
import { reportExtraReading } from './reportExtraReading';
import { reportHouseholdReadings } from './reportHouseholdReadings';
import { reportReading } from './reportReading';

export { getCurve } from './getCurve';
export { ExtraReadings } from './model';
export { recordExtraReading } from './recordExtraReading';

export const temperatureEndpoints: Binding[] = [
  endpoint(contracts.reportReading, { can: ['report', 'Slot'], run: reportReading }),
  endpoint(contracts.reportHouseholdReadings, { can: ['report', 'Slot'], run: reportHouseholdReadings }),
  endpoint(contracts.reportExtraReading, { can: ['report', 'Reading'], run: reportExtraReading }),
  endpoint(contracts.getCurve, { can: ['read', 'Reading'], run: getCurve }),
  endpoint(contracts.listFriendlyCalls, { can: ['excuse', 'Slot'], run: listFriendlyCalls }),
];
