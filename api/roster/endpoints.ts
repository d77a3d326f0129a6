import { contracts } from '@shared/contracts';
import { type Binding, endpoint } from '../platform/endpoint';
import { bindAccount } from './binding/bindAccount';
import { createInvitation } from './binding/createInvitation';
import { endBindings, unbindAccount } from './binding/endBindings';
import { requestBindingCode } from './binding/requestBindingCode';
import { closeHealth } from './closeHealth';
import { actOnCorrection } from './corrections/actOnCorrection';
import { listCorrections } from './corrections/listCorrections';
import { proposeCorrection } from './corrections/proposeCorrection';
import { getAccessLog } from './getAccessLog';
import { getHousehold } from './getHousehold';
import { getMe } from './getMe';
import { getResident } from './getResident';
import { listBuildings } from './listBuildings';
import { listDwellings } from './listDwellings';
import { listResidents } from './listResidents';
import { createMandate } from './mandates/createMandate';
import { endMandate } from './mandates/endMandate';
import { listMandates } from './mandates/listMandates';
import { revealField } from './revealField';
import { setContact } from './setContact';

export const rosterEndpoints: Binding[] = [
  endpoint(contracts.getMe, { who: 'account', run: getMe }),
  endpoint(contracts.listBuildings, { can: ['read', 'Dwelling'], run: listBuildings }),
  endpoint(contracts.listDwellings, { can: ['read', 'Dwelling'], run: listDwellings }),
  endpoint(contracts.getHousehold, { can: ['read', 'Household'], run: getHousehold }),
  endpoint(contracts.requestBindingCode, { who: 'account', run: requestBindingCode }),
  endpoint(contracts.bindAccount, { who: 'account', run: bindAccount }),
  endpoint(contracts.createInvitation, { can: ['invite', 'Household'], run: createInvitation }),
  endpoint(contracts.unbindAccount, { who: 'account', run: unbindAccount }),
  endpoint(contracts.endBindings, { can: ['invite', 'Household'], run: endBindings }),
  endpoint(contracts.createMandate, { can: ['give', 'Mandate'], run: createMandate }),
  endpoint(contracts.listMandates, { can: ['read', 'Mandate'], run: listMandates }),
  // Whoever holds a mandate may give it back, also without any right over the household.
  endpoint(contracts.endMandate, { who: 'account', run: endMandate }),
  endpoint(contracts.setContact, { can: ['update', 'Household'], run: setContact }),
  endpoint(contracts.listResidents, { can: ['read', 'Resident'], run: listResidents }),
  endpoint(contracts.getResident, { can: ['read', 'Resident'], run: getResident }),
  endpoint(contracts.revealField, { can: ['reveal', 'Resident'], run: revealField }),
  endpoint(contracts.getAccessLog, { can: ['read', 'AccessLog'], run: getAccessLog }),
  endpoint(contracts.closeHealth, { can: ['update', 'Health'], run: closeHealth }),
  endpoint(contracts.proposeCorrection, { can: ['propose', 'Correction'], run: proposeCorrection }),
  endpoint(contracts.listCorrections, { can: ['read', 'Correction'], run: listCorrections }),
  endpoint(contracts.actOnCorrection, { can: ['read', 'Correction'], run: actOnCorrection }),
];
