import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { exportRoster } from './export/exportRoster';
import { getResponsible } from './getResponsible';
import { getImport, readRefusedRows } from './import/getImport';
import { importRoster } from './import/importRoster';
import { listGrids } from './listGrids';

export const gridEndpoints: Binding[] = [
  endpoint(contracts.getResponsible, { can: ['ask', 'Dwelling'], run: getResponsible }),
  endpoint(contracts.listGrids, { can: ['read', 'Grid'], run: listGrids }),
  endpoint(contracts.importRoster, { can: ['import', 'Roster'], run: importRoster }),
  endpoint(contracts.getImport, { can: ['read', 'Roster'], run: getImport }),
  endpoint(contracts.readRefusedRows, { can: ['read', 'Roster'], run: readRefusedRows }),
  endpoint(contracts.exportRoster, { can: ['export', 'Roster'], run: exportRoster }),
];
