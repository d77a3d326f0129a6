import { surnameOf } from '@shared/mask';
import type { Illness } from '@shared/observation/policies';
import type { Declaration, NamedPerson } from '@shared/returns/declaration';
import { isLate } from '@shared/returns/rules';
import type { Document } from '@shared/roster/identity';
import { isFever } from '@shared/temperatures/fever';
import type { DeclaredReading } from '@shared/temperatures/reading';
import type { Types } from 'mongoose';
import type { Context } from '../context';
import type { DataKey } from '../platform/sealing';
import { documentIdentity } from '../roster';
import type { DeclaredFields, ReturnDoc } from './model';
import type { DeclaredPlace } from './placeDeclaration';

/** The sealed part of a return, opened. */
export interface SealedPerson {
  name: string;
  /** Null of a tip, until somebody has called. */
  document: Document | null;
  phone: string | null;
}

/** A declaration about one person, in plain form: what is sealed, compared and corrected. */
export interface Details extends SealedPerson {
  relation: ReturnDoc['relation'];
  origin: ReturnDoc['origin'];
  leftAt: Date | null;
  arrivedAt: Date | null;
  transport: ReturnDoc['transport'];
  symptoms: string[];
  reading: ReturnDoc['reading'];
}

const personPlace = (id: Types.ObjectId): string => `returns/${String(id)}/person`;
const beforePlace = (id: Types.ObjectId): string => `returns/${String(id)}/before`;
export const reasonPlace = (id: Types.ObjectId): string => `returns/${String(id)}/reason`;
export const stepReasonPlace = (id: Types.ObjectId): string => `returns/${String(id)}/stepReason`;
export const refusalPlace = (id: Types.ObjectId): string => `returns/${String(id)}/refusal`;
export const tipPlace = (id: Types.ObjectId): string => `returns/${String(id)}/tip`;

/** The number of a document; null without one, and of a tip. */
export const numberOf = (document: Document | null | undefined): string | null =>
  document && document.kind !== 'none' ? document.number : null;

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
    reading: reading ? shortReading(reading) : null,
  };
}

/** The part of a reading that a return itself keeps; the whole of it is an extra reading. */
export const shortReading = ({ celsius, takenAt, medicine }: DeclaredReading): ReturnDoc['reading'] => ({
  celsius,
  takenAt: new Date(takenAt),
  medicine,
});

/** What a stored return says, opened. */
export function openDetails(doc: ReturnDoc, key: DataKey): Details {
  const { relation, origin, leftAt, arrivedAt, transport, symptoms, reading } = doc;
  return {
    ...openPerson(doc, key),
    relation,
    origin,
    leftAt: leftAt ?? null,
    arrivedAt: arrivedAt ?? null,
    transport,
    symptoms,
    reading,
  };
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
  const identity = document && documentIdentity(document);
  return {
    ...placeFields(place),
    person: key.seal(JSON.stringify({ name, document, phone } satisfies SealedPerson), personPlace(id)),
    surname: surnameOf(name),
    ...(document && { documentKind: document.kind }),
    ...(identity && { documentIndex: ctx.blind.hashesOf(scope, 'document', identity) }),
    nameIndex: name ? ctx.blind.hashesOf(scope, 'name', name) : [],
    relation,
    origin,
    ...(leftAt && { leftAt }),
    ...(arrivedAt && { arrivedAt }),
    late: arrivedAt !== null && isLate(arrivedAt, declaredAt),
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
