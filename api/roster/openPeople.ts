import { birthDateOf, type Document } from '@shared/roster/identity';
import type { Context } from '../context';
import { type DataKey, dataKeyId } from '../platform/sealing';
import { living, type ResidentDoc, Residents } from './model';
import { type PersonFields, residentPlace } from './sealResident';

/** What the roster knows of the people of one household, opened, by resident; to be used, not to be shown. */
export async function openPeople(
  ctx: Context,
  communityId: string,
  householdId: string,
): Promise<Map<string, Partial<PersonFields>>> {
  const people = await Residents(ctx)
    .find({ communityId, householdId, ...living })
    .lean();
  const keys = await ctx.seals.load(people.map(({ _id }) => dataKeyId('roster', _id)));
  return new Map(
    people.map((person) => [
      String(person._id),
      openResident(person, keys.get(dataKeyId('roster', person._id))),
    ]),
  );
}

type SealedField = 'name' | 'documentNumber' | 'phone' | 'note' | 'birthDate' | 'keyGroups';

/** One sealed field of a resident, opened: a list opens what it shows and no more. */
export function openField<Field extends SealedField>(
  person: Pick<ResidentDoc, '_id' | Field>,
  field: Field,
  key: DataKey | undefined,
): string | undefined {
  const sealed = person[field] as string | undefined;
  return sealed && key?.open(sealed, residentPlace(person._id, field));
}

/** The sealed fields of one resident, opened; nothing when its key was destroyed. */
export function openResident(person: ResidentDoc, key: DataKey | undefined): Partial<PersonFields> {
  if (!key) return {};
  const open = (field: SealedField) => openField(person, field, key);
  const number = open('documentNumber');
  return {
    name: open('name') as string,
    phone: open('phone'),
    note: open('note'),
    birthDate: open('birthDate'),
    keyGroups: JSON.parse(open('keyGroups') ?? '[]') as string[],
    ...(number && { document: { kind: person.documentKind, number } as Document }),
  };
}

/** `YYYY-MM-DD`, by the resident ID, else as somebody said it; null when nobody knows. */
export const bornOn = ({ document, birthDate }: Partial<PersonFields>): string | null =>
  document?.kind === 'residentId' ? birthDateOf(document.number) : (birthDate ?? null);
