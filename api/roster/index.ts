export { rosterEndpoints } from './endpoints';
export { findPerson } from './findPeople';
export { confirmProvisional, makeProvisionalHousehold, makeProvisionalResident } from './makeProvisional';
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
export { openPeople } from './openPeople';
export {
  documentIdentity,
  documentNumber,
  type PersonFields,
  residentPlace,
  sealResident,
} from './sealResident';
