import { surnameOf } from '@shared/mask';
import type { Illness } from '@shared/observation/policies';
import type { Declaration, NamedPerson } from '@shared/returns/contract';
import { lateAfterHours } from '@shared/returns/rules';
import type { Document } from '@shared/roster/identity';
import { isFever } from '@shared/temperatures/fever';
import type { Types } from 'mongoose';
import type { Context } from '../context';
import type { DataKey } from '../platform/sealing';
import { documentIdentity } from '../roster';
import type { DeclaredFields, ReturnDoc } from './model';
import type { DeclaredPlace } from './placeDeclaration';

/** The sealed part of a return, opened. */
export interface SealedPerson {
  name: string;
  document: Document;
  phone: string | null;
}

/** A declaration about one person, in plain form: what is sealed, compared and corrected. */
export interface Details extends SealedPerson {
  relation: ReturnDoc['relation'];
  origin: ReturnDoc['origin'];
  leftAt: Date;
  arrivedAt: Date;
  transport: ReturnDoc['transport'];
  symptoms: string[];
  reading: ReturnDoc['reading'];
}

const personPlace = (id: Types.ObjectId): string => `returns/${String(id)}/person`;
const beforePlace = (id: Types.ObjectId): string => `returns/${String(id)}/before`;
export const reasonPlace = (id: Types.ObjectId): string => `returns/${String(id)}/reason`;

export const openPerson = (doc: Pick<ReturnDoc, '_id' | 'person'>, key: DataKey): SealedPerson =>
  JSON.parse(key.open(doc.person, personPlace(doc._id))) as SealedPerson;

/** What a declaration says of one of its people. */
export function detailsOf(declaration: Omit<Declaration, 'people'>, person: NamedPerson): Details {
  const { reading } = person;
  return {
    name: person.name,
    document: person.document,
    phone: person.phone ?? null,
    relation: person.relation,
    origin: declaration.origin as ReturnDoc['origin'],
    leftAt: new Date(declaration.leftAt),
    arrivedAt: new Date(declaration.arrivedAt),
    transport: declaration.transport as ReturnDoc['transport'],
    symptoms: person.symptoms,
    reading: reading
      ? { celsius: reading.celsius, takenAt: new Date(reading.takenAt), medicine: reading.medicine }
      : null,
  };
}

/** What a stored return says, opened. */
export function openDetails(doc: ReturnDoc, key: DataKey): Details {
  const { relation, origin, leftAt, arrivedAt, transport, symptoms, reading } = doc;
  return { ...openPerson(doc, key), relation, origin, leftAt, arrivedAt, transport, symptoms, reading };
}

/** The state before a correction, sealed; kept with the step. */
export const sealBefore = (id: Types.ObjectId, key: DataKey, details: Details): string =>
  key.seal(JSON.stringify(details), beforePlace(id));

/** The stored form of details at a place: sealed, indexed, judged for fever by the policy’s illness. */
export function sealDetails(
  ctx: Pick<Context, 'blind'>,
  communityId: Types.ObjectId,
  id: Types.ObjectId,
  key: DataKey,
  {
    place,
    details,
    illness,
    declaredAt,
  }: { place: DeclaredPlace; details: Details; illness: Illness; declaredAt: Date },
): DeclaredFields {
  const { name, document, phone, relation, origin, leftAt, arrivedAt, transport, symptoms, reading } =
    details;
  const scope = String(communityId);
  const identity = documentIdentity(document);
  return {
    ...placeFields(place),
    person: key.seal(JSON.stringify({ name, document, phone } satisfies SealedPerson), personPlace(id)),
    surname: surnameOf(name),
    documentKind: document.kind,
    ...(identity && { documentIndex: ctx.blind.hashesOf(scope, 'document', identity) }),
    nameIndex: ctx.blind.hashesOf(scope, 'name', name),
    relation,
    origin,
    leftAt,
    arrivedAt,
    late: declaredAt.getTime() - arrivedAt.getTime() > lateAfterHours * 3_600_000,
    transport,
    symptoms,
    reading,
    urgency: isFever(
      { symptoms, ...(reading && { celsius: reading.celsius, medicine: reading.medicine }) },
      illness,
    )
      ? 'fever'
      : 'normal',
  };
}

const placeFields = ({
  dwellingId,
  address,
  door,
  responsibleFrom,
  gridId,
  gridPath,
  patchId,
}: DeclaredPlace) => ({
  ...(dwellingId && { dwellingId }),
  address,
  door,
  responsibleFrom,
  gridId,
  gridPath,
  ...(patchId && { patchId }),
});
