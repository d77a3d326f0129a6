export { absorbHousehold } from './binding/absorbHousehold';
export { closedHealth } from './closeHealth';
export { rosterEndpoints } from './endpoints';
export { findHome, type HomeDoc } from './findHome';
export { findPerson, isDocumentKnown } from './findPeople';
export { forgetProvisional } from './forgetProvisional';
export {
  confirmProvisional,
  makeProvisionalHousehold,
  makeProvisionalResident,
  moveProvisionalHousehold,
  updateProvisional,
} from './makeProvisional';
export { moveMandates } from './mandates/moveMandates';
export {
  addressSchema,
  type DwellingDoc,
  Dwellings,
  type GridPlace,
  gridPlaceSchema,
  type HouseholdDoc,
  Households,
  living,
  placeFieldsOf,
  placing,
  type ResidentDoc,
  Residents,
} from './model';
export { openAges } from './openAges';
export { openNames } from './openNames';
export { openField, openPeople, openResident } from './openPeople';
export { orderOf, wayTo } from './orderOf';
export { rekey } from './rekey';
export { rekeyPeople } from './rekeyPeople';
export {
  documentIdentity,
  documentNumber,
  type PersonFields,
  resealingPerson,
  residentPlace,
  sealResident,
} from './sealResident';
