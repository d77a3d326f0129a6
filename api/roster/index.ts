export { absorbHousehold } from './binding/absorbHousehold';
export { rosterEndpoints } from './endpoints';
export { findPerson, isDocumentKnown } from './findPeople';
export {
  confirmProvisional,
  makeProvisionalHousehold,
  makeProvisionalResident,
  moveProvisionalHousehold,
} from './makeProvisional';
export {
  addressSchema,
  type DwellingDoc,
  Dwellings,
  type GridPlace,
  gridPlaceSchema,
  type HouseholdDoc,
  Households,
  type ResidentDoc,
  Residents,
} from './model';
export { openNames } from './openNames';
export { openPeople, openResident } from './openPeople';
export { rekey } from './rekey';
export {
  documentIdentity,
  documentNumber,
  type PersonFields,
  residentPlace,
  sealResident,
} from './sealResident';
