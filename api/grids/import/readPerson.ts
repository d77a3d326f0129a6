import { faultsOf } from '@shared/faults';
import { isPhone, Name, normalizePhone } from '@shared/fields';
import type { PeopleField } from '@shared/grids/peopleFields';
import { halfWidth } from '@shared/halfWidth';
import type { FieldCode, Params } from '@shared/problems';
import type { Address } from '@shared/roster/address';
import { Document, normalizeDocument } from '@shared/roster/identity';
import { roundedMark } from './book/book';
import { isMasked } from './cellText';
import { readDoor } from './readDoor';
import type { Cells, Fault, Row } from './row';
import { keyGroupsOf, relationOf, residenceOf, sexOf, usesPhone } from './words';

/** What a row says of a person; what it does not say is absent and leaves the roster as it is. */
export interface RosterPerson {
  name: string;
  document: Document;
  phone?: string;
  relation?: string;
  sex?: 'female' | 'male';
  residence?: 'registered' | 'floating';
  keyGroups?: string[];
  canUsePhone?: boolean;
  note?: string;
}

export interface RosterRow extends Row<PeopleField> {
  address: Address;
  /** Null for an empty dwelling. */
  person: RosterPerson | null;
}

export interface RefusedRow extends Row<PeopleField> {
  path: string;
  code: FieldCode;
  params?: Params;
}

/** One row as a door with a person, or the first thing that is wrong with it. `has` tells which columns the sheet has. */
export function readPerson(
  { sheet, row, cells }: Row<PeopleField>,
  has: ReadonlySet<PeopleField>,
): RosterRow | RefusedRow {
  const address = readDoor(cells);
  const fault = 'code' in address ? address : cells.name ? personFault(cells) : strayFault(cells);
  if (fault) return { sheet, row, cells, path: fault.path, code: fault.code };
  return {
    sheet,
    row,
    cells,
    address: address as Address,
    person: cells.name ? personOf(cells, cells.name, has) : null,
  };
}

export const isRefused = (row: RosterRow | RefusedRow): row is RefusedRow => 'code' in row;

/** A document or a telephone of nobody: the name was forgotten, the dwelling is not empty. */
const strayFault = (cells: Cells): Fault | null =>
  cells.documentNumber || cells.phone ? { path: 'name', code: 'required' } : null;

function personFault(cells: Cells): Fault | null {
  const masked = (['name', 'documentNumber', 'phone'] as const).find((field) => isMasked(cells[field] ?? ''));
  if (masked) return { path: masked === 'documentNumber' ? 'document.number' : masked, code: 'value.masked' };
  const name = Name.safeParse(nameOf(cells.name ?? ''), { reportInput: true });
  if (!name.success) return { path: 'name', code: faultsOf(name.error)[0]?.code ?? 'name.characters' };
  const code = documentFault(cells);
  if (code) return { path: 'document.number', code };
  if (cells.phone && !isPhone(normalizePhone(cells.phone))) return { path: 'phone', code: 'phone.format' };
  return null;
}

function documentFault(cells: Cells): FieldCode | null {
  const written = cells.documentNumber;
  if (!written) return null;
  if (written.startsWith(roundedMark)) return 'document.rounded';
  const parsed = Document.safeParse({ kind: documentKind(cells), number: normalizeDocument(written) });
  return parsed.success ? null : (faultsOf(parsed.error)[0]?.code ?? 'document.format');
}

function documentKind(cells: Cells): 'residentId' | 'passport' | 'other' {
  const kind = cells.documentKind ?? '居民身份证';
  if (/身份证/.test(kind)) return 'residentId';
  return /护照/.test(kind) ? 'passport' : 'other';
}

/** A Chinese name with blanks for looks (王 芳) is the name without them. */
const nameOf = (written: string): string => {
  const name = halfWidth(written)
    .replace(/[•・‧．]/g, '·')
    .trim();
  return /^[\p{Script=Han}\s·]+$/u.test(name) ? name.replace(/\s/g, '') : name.replace(/\s+/g, ' ');
};

function personOf(cells: Cells, name: string, has: ReadonlySet<PeopleField>): RosterPerson {
  const number = normalizeDocument(cells.documentNumber ?? '');
  const sex = sexOf(cells.sex);
  const residence = residenceOf(cells.residence);
  const canUsePhone = usesPhone(cells.canUsePhone);
  return {
    name: nameOf(name),
    document: number ? { kind: documentKind(cells), number } : { kind: 'none', reason: 'notInRoster' },
    ...(cells.phone && { phone: normalizePhone(cells.phone) }),
    ...(cells.relation && { relation: relationOf(cells.relation) }),
    ...(sex && { sex }),
    ...(residence && { residence }),
    // An emptied cell takes the groups away; a sheet without the column says nothing of them.
    ...(has.has('keyGroups') && { keyGroups: keyGroupsOf(cells.keyGroups) }),
    ...(canUsePhone !== null && { canUsePhone }),
    ...(cells.note && { note: cells.note }),
  };
}
