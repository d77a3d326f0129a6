import type { Address } from '@shared/roster/address';
import type { DocumentKind } from '@shared/roster/identity';
import { Schema, type Types } from 'mongoose';
import { type BlindHash, blindHashSchema } from '../platform/blindIndex';
import { collection, schemaOptions } from '../platform/mongo';

type Id = Types.ObjectId;
const ObjectId = Schema.Types.ObjectId;

/** Where work at a door is found: the leaf grid, its path from the top, and the patch. Copied to all work there. */
export interface GridPlace {
  gridId: Id;
  /** From the community grid down to the leaf. */
  gridPath: Id[];
  patchId?: Id;
}
export const gridPlaceSchema = { gridId: ObjectId, gridPath: [ObjectId], patchId: ObjectId } as const;

export const addressSchema = {
  estate: String,
  building: String,
  unit: String,
  floor: String,
  room: String,
} as const;

/** A door. Exists even when never reached. */
export interface DwellingDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  address: Address;
  /** Identity of the door inside the community. */
  key: string;
  door: string;
  /** Sorts buildings, units and rooms as numbers. */
  order: string;
  tenure: 'own' | 'rented' | 'empty' | 'unknown';
}
const dwelling = new Schema<DwellingDoc>(
  {
    communityId: ObjectId,
    address: addressSchema,
    key: String,
    door: String,
    order: String,
    tenure: String,
    ...gridPlaceSchema,
  },
  schemaOptions,
);
dwelling.index({ communityId: 1, key: 1 }, { unique: true });
dwelling.index({ communityId: 1, door: 1 });
dwelling.index({ communityId: 1, order: 1 });
dwelling.index({ communityId: 1, 'address.estate': 1, 'address.building': 1, 'address.unit': 1, order: 1 });
dwelling.index({ communityId: 1, gridPath: 1, order: 1 });
dwelling.index({ communityId: 1, gridId: 1, order: 1 });
dwelling.index({ communityId: 1, _id: 1 });
export const Dwellings = collection<DwellingDoc>('dwellings', dwelling);

/** People who live together in a dwelling. */
export interface HouseholdDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  dwellingId?: Id;
  door: string;
  /** Made by a declaration, not confirmed yet. */
  provisional: boolean;
  /** Blind: the door and its head as the workbook names them, so that the same file finds the same household. */
  importKey?: string;
  /** Whom the community calls. */
  contactResidentId?: Id;
  /** Its people live in that household now; it is kept for the workbook that still names it. */
  mergedInto?: Id;
  version: number;
}
const household = new Schema<HouseholdDoc>(
  {
    communityId: ObjectId,
    dwellingId: ObjectId,
    door: String,
    provisional: { type: Boolean, default: false },
    importKey: String,
    contactResidentId: ObjectId,
    mergedInto: ObjectId,
    version: { type: Number, default: 1 },
    ...gridPlaceSchema,
  },
  schemaOptions,
);
household.index({ communityId: 1, dwellingId: 1 });
household.index({ communityId: 1, gridId: 1 });
household.index({ communityId: 1, door: 1 });
household.index(
  { communityId: 1, mergedInto: 1 },
  { partialFilterExpression: { mergedInto: { $exists: true } } },
);
household.index(
  { communityId: 1, importKey: 1 },
  { unique: true, partialFilterExpression: { importKey: { $exists: true } } },
);
export const Households = collection<HouseholdDoc>('households', household);

/** A person with a file. Sealed with the person's roster key: name, document number, telephone, note, birth date, key groups. */
export interface ResidentDoc extends GridPlace {
  _id: Id;
  communityId: Id;
  householdId: Id;
  name: string;
  surname: string;
  documentKind: DocumentKind;
  documentNumber?: string;
  phone?: string;
  note?: string;
  /** Where no resident ID says it. */
  birthDate?: string;
  documentIndex?: BlindHash[];
  phoneIndex?: BlindHash[];
  /** Of the telephone and of the document. */
  last4Index?: BlindHash[];
  nameIndex: BlindHash[];
  relation: string;
  sex?: 'female' | 'male';
  residence: 'registered' | 'floating' | 'unknown';
  /** Sealed JSON: most of them tell of health. */
  keyGroups?: string;
  keyGroupIndex?: BlindHash[];
  canUsePhone: boolean;
  provisional: boolean;
  /** Does not live here any more, since then. Not in lists; a newer word of the worker brings the file back. */
  leftAt?: Date;
  /** Keeps temperatures and symptoms from the rest of the household. */
  healthClosed?: boolean;
  /** Blind, by field: what an import wrote last. A field that differs from it was corrected by somebody since. */
  imported?: Record<string, string>;
  madeAt: Date;
  version: number;
}
const hashes = { type: [blindHashSchema], default: undefined } as const;
const resident = new Schema<ResidentDoc>(
  {
    communityId: ObjectId,
    householdId: ObjectId,
    name: String,
    surname: String,
    documentKind: String,
    documentNumber: String,
    phone: String,
    note: String,
    birthDate: String,
    documentIndex: hashes,
    phoneIndex: hashes,
    last4Index: hashes,
    nameIndex: hashes,
    relation: String,
    sex: String,
    residence: String,
    keyGroups: String,
    keyGroupIndex: hashes,
    canUsePhone: Boolean,
    provisional: Boolean,
    leftAt: Date,
    healthClosed: Boolean,
    imported: { type: Schema.Types.Mixed, default: undefined },
    madeAt: Date,
    version: Number,
    ...gridPlaceSchema,
  },
  schemaOptions,
);
resident.index(
  { communityId: 1, 'documentIndex.hash': 1 },
  { unique: true, partialFilterExpression: { documentIndex: { $exists: true } } },
);
resident.index({ communityId: 1, householdId: 1 });
// The leaf grid and then the age of the file: one order for every list, for the whole community and for a part of it.
resident.index({ communityId: 1, gridId: 1, _id: 1 });
for (const field of ['nameIndex.hash', 'last4Index.hash', 'keyGroupIndex.hash', 'residence'] as const)
  resident.index({ communityId: 1, [field]: 1, gridId: 1, _id: 1 });
resident.index(
  { communityId: 1, provisional: 1, gridId: 1, _id: 1 },
  { partialFilterExpression: { provisional: true } },
);
export const Residents = collection<ResidentDoc>('residents', resident);

/** Who lives there now. */
export const living = { leftAt: { $exists: false } } as const;
/** The place of a household or a door, to be copied to what belongs there. */
export const placeFieldsOf = ({ gridId, gridPath, patchId }: GridPlace): GridPlace => ({
  gridId,
  gridPath,
  ...(patchId && { patchId }),
});
/** The update that puts a document into another place. */
export const placing = (place: GridPlace) => ({
  $set: placeFieldsOf(place),
  ...(!place.patchId && { $unset: { patchId: 1 as const } }),
});
