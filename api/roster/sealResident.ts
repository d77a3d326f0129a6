import { surnameOf } from '@shared/mask';
import type { Document } from '@shared/roster/identity';
import type { Types } from 'mongoose';
import type { Context } from '../context';
import type { DataKey } from '../platform/sealing';
import type { ResidentDoc } from './model';

export interface PersonFields {
  name: string;
  document: Document;
  phone?: string | undefined;
  note?: string | undefined;
  /** Kept only where no resident ID says it. */
  birthDate?: string | undefined;
  keyGroups?: readonly string[] | undefined;
}

type SealedFields = Pick<
  ResidentDoc,
  | 'name'
  | 'surname'
  | 'documentKind'
  | 'documentNumber'
  | 'phone'
  | 'note'
  | 'birthDate'
  | 'documentIndex'
  | 'phoneIndex'
  | 'last4Index'
  | 'nameIndex'
  | 'keyGroups'
  | 'keyGroupIndex'
>;

export const residentPlace = (id: Types.ObjectId, field: string): string =>
  `residents/${String(id)}/${field}`;

/** What is indexed of a document: its kind and number, so that a passport never meets an ID card. */
export const documentIdentity = (document: Document): string | null =>
  document.kind === 'none' ? null : `${document.kind}:${document.number}`;

/** The sealed and indexed form of a person; only the surname stays clear. */
export function sealResident(
  ctx: Pick<Context, 'blind'>,
  communityId: Types.ObjectId,
  id: Types.ObjectId,
  key: DataKey,
  person: PersonFields,
): SealedFields {
  const scope = String(communityId);
  const identity = documentIdentity(person.document);
  const { phone, note, birthDate, keyGroups = [] } = person;
  const number = identity && documentNumber(person.document);
  const last4 = [phone, number].flatMap((text) =>
    text ? ctx.blind.hashesOf(scope, 'last4', text.slice(-4)) : [],
  );
  return {
    name: key.seal(person.name, residentPlace(id, 'name')),
    surname: surnameOf(person.name),
    nameIndex: ctx.blind.hashesOf(scope, 'name', person.name),
    documentKind: person.document.kind,
    ...(number && {
      documentNumber: key.seal(number, residentPlace(id, 'documentNumber')),
      documentIndex: ctx.blind.hashesOf(scope, 'document', identity as string),
    }),
    ...(phone && {
      phone: key.seal(phone, residentPlace(id, 'phone')),
      phoneIndex: ctx.blind.hashesOf(scope, 'phone', phone),
    }),
    ...(last4.length && { last4Index: last4 }),
    ...(keyGroups.length && {
      keyGroups: key.seal(JSON.stringify(keyGroups), residentPlace(id, 'keyGroups')),
      keyGroupIndex: keyGroups.flatMap((group) => ctx.blind.hashesOf(scope, 'keyGroup', group)),
    }),
    ...(note && { note: key.seal(note, residentPlace(id, 'note')) }),
    ...(birthDate &&
      person.document.kind !== 'residentId' && {
        birthDate: key.seal(birthDate, residentPlace(id, 'birthDate')),
      }),
  };
}

export const documentNumber = (document: Document): string =>
  document.kind === 'none' ? document.reason : document.number;

/** What can be absent of the sealed form: a field that was taken away is unset. */
const optional = [
  'documentNumber',
  'documentIndex',
  'phone',
  'phoneIndex',
  'last4Index',
  'note',
  'birthDate',
  'keyGroups',
  'keyGroupIndex',
] as const;

/** The update that seals a person again: what is said anew, and beside it what was known before. */
export function resealingPerson(
  ctx: Pick<Context, 'blind'>,
  { communityId, _id }: Pick<ResidentDoc, 'communityId' | '_id'>,
  key: DataKey,
  known: Partial<PersonFields>,
  said: Partial<PersonFields>,
) {
  const none: Document = { kind: 'none', reason: 'notInRoster' };
  const whole = { ...known, ...said };
  const { name = '', document = none } = whole;
  return resealing(sealResident(ctx, communityId, _id, key, { ...whole, name, document }));
}

/** The update that replaces the sealed form of a person. */
export function resealing(sealed: SealedFields): {
  $set: SealedFields;
  $unset?: Partial<Record<keyof SealedFields, 1>>;
} {
  const gone = optional.filter((field) => sealed[field] === undefined);
  return {
    $set: sealed,
    ...(gone.length && { $unset: Object.fromEntries(gone.map((field) => [field, 1])) }),
  };
}
