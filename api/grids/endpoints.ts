import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { listDuty, setDutyHours } from './absence/duty';
import { endAbsence } from './absence/endAbsence';
import { listAbsences } from './absence/listAbsences';
import { setAbsence } from './absence/setAbsence';
import { exportRoster } from './export/exportRoster';
import { readTemplate } from './export/readTemplate';
import { getResponsible } from './getResponsible';
import { getImport, previewRefusedRows, readRefusedRows } from './import/getImport';
import { importRoster } from './import/importRoster';
import { listImports } from './import/listImports';
import { getMove, listMoves } from './move/listMoves';
import { countSignIns } from './staff/countSignIns';
import { createStaff } from './staff/createStaff';
import { endMembership } from './staff/endMembership';
import { issuePasswords } from './staff/issuePasswords';
import { listStaff } from './staff/listStaff';
import { updateMembership } from './staff/updateMembership';
import { createTeam } from './teams/createTeam';
import { endTeam } from './teams/endTeam';
import { listTeams } from './teams/listTeams';
import { getOpenedKinds, setOpenedKinds } from './teams/openedKinds';
import { updateTeam } from './teams/updateTeam';
import { createGrid } from './tree/createGrid';
import { endGrid } from './tree/endGrid';
import { getCoverage } from './tree/getCoverage';
import { listGrids } from './tree/listGrids';
import { updateGrid } from './tree/updateGrid';

export const gridEndpoints: Binding[] = [
  endpoint(contracts.getResponsible, { can: ['ask', 'Dwelling'], run: getResponsible }),
  endpoint(contracts.listGrids, { can: ['read', 'Grid'], run: listGrids }),
  endpoint(contracts.getCoverage, { can: ['read', 'Grid'], run: getCoverage }),
  endpoint(contracts.createGrid, { can: ['update', 'Grid'], run: createGrid }),
  endpoint(contracts.updateGrid, { can: ['update', 'Grid'], run: updateGrid }),
  endpoint(contracts.endGrid, { can: ['update', 'Grid'], run: endGrid }),
  endpoint(contracts.listMoves, { can: ['update', 'Grid'], run: listMoves }),
  endpoint(contracts.getMove, { can: ['update', 'Grid'], run: getMove }),
  endpoint(contracts.listAbsences, { can: ['read', 'Absence'], run: listAbsences }),
  endpoint(contracts.setAbsence, { can: ['update', 'Absence'], run: setAbsence }),
  endpoint(contracts.endAbsence, { can: ['update', 'Absence'], run: endAbsence }),
  endpoint(contracts.listDuty, { can: ['read', 'Absence'], run: listDuty }),
  endpoint(contracts.setDutyHours, { can: ['update', 'Absence'], run: setDutyHours }),
  endpoint(contracts.importRoster, { can: ['import', 'Roster'], run: importRoster }),
  endpoint(contracts.listImports, { can: ['read', 'Roster'], run: listImports }),
  endpoint(contracts.getImport, { can: ['read', 'Roster'], run: getImport }),
  endpoint(contracts.readRefusedRows, { can: ['read', 'Roster'], run: readRefusedRows }),
  endpoint(contracts.listStaff, { can: ['read', 'Staff'], run: listStaff }),
  endpoint(contracts.createStaff, { can: ['manage', 'Staff'], run: createStaff }),
  endpoint(contracts.updateMembership, { can: ['manage', 'Staff'], run: updateMembership }),
  endpoint(contracts.endMembership, { can: ['manage', 'Staff'], run: endMembership }),
  endpoint(contracts.getOpenedKinds, { can: ['read', 'Staff'], run: getOpenedKinds }),
  endpoint(contracts.setOpenedKinds, { can: ['manage', 'Staff'], run: setOpenedKinds }),
  endpoint(contracts.listTeams, { can: ['read', 'Staff'], run: listTeams }),
  endpoint(contracts.createTeam, { can: ['manage', 'Staff'], run: createTeam }),
  endpoint(contracts.updateTeam, { can: ['manage', 'Staff'], run: updateTeam }),
  endpoint(contracts.endTeam, { can: ['manage', 'Staff'], run: endTeam }),
  endpoint(contracts.countSignIns, { can: ['manage', 'Staff'], run: countSignIns }),
  endpoint(contracts.issuePasswords, { can: ['manage', 'Staff'], run: issuePasswords }),
  endpoint(contracts.previewRefusedRows, { can: ['import', 'Roster'], run: previewRefusedRows }),
  endpoint(contracts.readTemplate, { can: ['import', 'Roster'], run: readTemplate }),
  endpoint(contracts.exportRoster, { can: ['export', 'Roster'], run: exportRoster }),
];
