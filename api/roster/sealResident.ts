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
}

type SealedFields = Pick<
  ResidentDoc,
  | 'name'
  | 'surname'
  | 'documentKind'
  | 'documentNumber'
  | 'phone'
  | 'note'
  | 'documentIndex'
  | 'phoneIndex'
  | 'phoneLast4Index'
  | 'nameIndex'
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
  const { phone, note } = person;
  return {
    name: key.seal(person.name, residentPlace(id, 'name')),
    surname: surnameOf(person.name),
    nameIndex: ctx.blind.hashesOf(scope, 'name', person.name),
    documentKind: person.document.kind,
    ...(identity && {
      documentNumber: key.seal(documentNumber(person.document), residentPlace(id, 'documentNumber')),
      documentIndex: ctx.blind.hashesOf(scope, 'document', identity),
    }),
    ...(phone && {
      phone: key.seal(phone, residentPlace(id, 'phone')),
      phoneIndex: ctx.blind.hashesOf(scope, 'phone', phone),
      phoneLast4Index: ctx.blind.hashesOf(scope, 'phoneLast4', phone.slice(-4)),
    }),
    ...(note && { note: key.seal(note, residentPlace(id, 'note')) }),
  };
}

export const documentNumber = (document: Document): string =>
  document.kind === 'none' ? document.reason : document.number;
