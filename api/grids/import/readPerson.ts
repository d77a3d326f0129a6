import { isPhone, Name, normalizePhone } from '@shared/fields';
import type { PeopleField } from '@shared/grids/columns';
import type { FieldCode } from '@shared/problems';
import type { Address } from '@shared/roster/address';
import { type Document, normalizeDocument, residentIdFault } from '@shared/roster/identity';
import type { Row } from './readWorkbook';

export interface RosterPerson {
  name: string;
  document: Document;
  phone?: string;
  relation: string;
  sex?: 'female' | 'male';
  residence: 'registered' | 'floating' | 'unknown';
  keyGroups: string[];
  canUsePhone: boolean;
  note?: string;
}

export interface RosterRow {
  row: number;
  address: Address;
  /** Null for an empty dwelling. */
  person: RosterPerson | null;
}

export interface RefusedRow {
  row: number;
  path: string;
  code: FieldCode;
  cells: Row<PeopleField>['cells'];
}

type Cells = Row<PeopleField>['cells'];
type Fault = { path: string; code: FieldCode };

/** One row as a door with a person, or the first thing that is wrong with it. */
export function readPerson({ row, cells }: Row<PeopleField>): RosterRow | RefusedRow {
  const fault = addressFault(cells) ?? (cells.name ? personFault(cells) : null);
  if (fault) return { row, cells, ...fault };
  return { row, address: addressOf(cells), person: cells.name ? personOf(cells, cells.name) : null };
}

export const isRefused = (row: RosterRow | RefusedRow): row is RefusedRow => 'code' in row;

const bare = (text: string | undefined, suffix: RegExp): string => (text ?? '').trim().replace(suffix, '');

const addressOf = (cells: Cells): Address => ({
  estate: cells.estate ?? '',
  building: bare(cells.building, /(号楼|栋|幢|号)$/),
  unit: bare(cells.unit, /单元$/),
  floor: bare(cells.floor, /(层|楼)$/),
  room: bare(cells.room, /(室|号)$/),
});

function addressFault(cells: Cells): Fault | null {
  const building = addressOf(cells).building;
  if (!building || /不详|未知|不明/.test(building)) return { path: 'building', code: 'building.unknown' };
  return cells.room ? null : { path: 'room', code: 'room.missing' };
}

function personFault(cells: Cells): Fault | null {
  if (!Name.safeParse(cells.name).success) return { path: 'name', code: 'name.characters' };
  const number = normalizeDocument(cells.documentNumber ?? '');
  const code = number && documentKind(cells) === 'residentId' ? residentIdFault(number) : null;
  if (code) return { path: 'document.number', code };
  if (cells.phone && !isPhone(normalizePhone(cells.phone))) return { path: 'phone', code: 'phone.format' };
  return null;
}

function documentKind(cells: Cells): 'residentId' | 'passport' | 'other' {
  const kind = cells.documentKind ?? '居民身份证';
  if (/身份证/.test(kind)) return 'residentId';
  return /护照/.test(kind) ? 'passport' : 'other';
}

const relations: Record<string, string> = {
  户主: 'head',
  配偶: 'spouse',
  子: 'child',
  女: 'child',
  父亲: 'parent',
  母亲: 'parent',
  孙子: 'grandchild',
  孙女: 'grandchild',
};

function personOf(cells: Cells, name: string): RosterPerson {
  const number = normalizeDocument(cells.documentNumber ?? '');
  return {
    name: name.trim(),
    document: number ? { kind: documentKind(cells), number } : { kind: 'none', reason: 'notInRoster' },
    ...(cells.phone && { phone: normalizePhone(cells.phone) }),
    relation: relations[cells.relation ?? ''] ?? 'other',
    ...(cells.sex && { sex: cells.sex === '女' ? 'female' : 'male' }),
    residence:
      cells.residence === '常住' ? 'registered' : cells.residence === '流动' ? 'floating' : 'unknown',
    keyGroups: (cells.keyGroups ?? '').split(/[、,，;；\s]+/).filter(Boolean),
    canUsePhone: cells.canUsePhone !== '否',
    ...(cells.note && { note: cells.note }),
  };
}
