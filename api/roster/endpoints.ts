import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { getHousehold } from './getHousehold';
import { getMe } from './getMe';
import { listBuildings } from './listBuildings';
import { listDwellings } from './listDwellings';

export const rosterEndpoints: Binding[] = [
  endpoint(contracts.getMe, { who: 'account', run: getMe }),
  endpoint(contracts.listBuildings, { can: ['read', 'Dwelling'], run: listBuildings }),
  endpoint(contracts.listDwellings, { can: ['read', 'Dwelling'], run: listDwellings }),
  endpoint(contracts.getHousehold, { can: ['read', 'Household'], run: getHousehold }),
];
