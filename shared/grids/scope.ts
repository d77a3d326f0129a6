import { halfWidth } from '../halfWidth';
import type { Address } from '../roster/address';

/** A range of dwellings: an absent part means all of them. Building and unit numbers are compared as numbers. */
export interface Range {
  /** Names the address estate where building numbers repeat. */
  estate?: string;
  buildings?: Span;
  units?: Span;
  floors?: Span;
  /** Chosen one by one, as the doors write them: `3`, `3A`. */
  buildingNames?: string[];
  unitNames?: string[];
  floorNames?: string[];
  /** Ten households: the rooms by name. */
  rooms?: string[];
}
export interface Span {
  from: number;
  to: number;
}

/** A grid’s scope; empty contains nothing. */
export type Scope = readonly Range[];

export const contains = (scope: Scope, address: Address): boolean =>
  scope.some((range) => inRange(range, address));

function inRange(range: Range, address: Address): boolean {
  return (
    (!range.estate || range.estate === address.estate) &&
    inSpan(range.buildings, address.building) &&
    inSpan(range.units, address.unit) &&
    inSpan(range.floors, address.floor) &&
    isNamed(range.buildingNames, address.building) &&
    isNamed(range.unitNames, address.unit) &&
    isNamed(range.floorNames, address.floor) &&
    isNamed(range.rooms, address.room)
  );
}

const isNamed = (names: readonly string[] | undefined, text: string): boolean =>
  !names || names.includes(text);

const inSpan = (span: Span | undefined, text: string): boolean => {
  if (!span) return true;
  const value = Number.parseInt(text, 10);
  return value >= span.from && value <= span.to;
};

/** A range as offices write it; `parseScope` reads it again. Rooms, and names that are no numbers, cannot be read again. */
export function formatRange(range: Range): string {
  const { estate = '', buildings, units, floors, buildingNames, unitNames, floorNames, rooms } = range;
  const parts = [
    part(buildings, buildingNames, '号楼'),
    part(units, unitNames, '单元'),
    part(floors, floorNames, '层'),
    part(undefined, rooms, '室'),
  ];
  return `${estate}${parts.join('')}` || '全部';
}

const part = (span: Span | undefined, names: readonly string[] | undefined, word: string): string => {
  if (names?.length) return `${names.join('、')}${word}`;
  return span ? `${span.from === span.to ? span.from : `${span.from}-${span.to}`}${word}` : '';
};

/** A whole scope as one cell of a sheet, range by range. Empty for a grid that contains nothing. */
export const formatScope = (scope: Scope): string => scope.flatMap(oneNameEach).map(formatRange).join('；');

/** `1、3号楼2单元` as a sheet can hold it: a range for each name. */
const oneNameEach = (range: Range): Range[] => {
  const { buildingNames, unitNames, floorNames } = range;
  const each = (names: string[] | undefined): (string[] | undefined)[] =>
    names ? names.map((name) => [name]) : [undefined];
  return each(buildingNames).flatMap((building) =>
    each(unitNames).flatMap((unit) =>
      each(floorNames).map((floor) => ({
        ...range,
        ...(building && { buildingNames: building }),
        ...(unit && { unitNames: unit }),
        ...(floor && { floorNames: floor }),
      })),
    ),
  );
};

const spanOf = (text: string, unit: string): Span | undefined => {
  const match = new RegExp(`(\\d+)(?:[-—~至](\\d+))?${unit}`).exec(text);
  return match ? { from: Number(match[1]), to: Number(match[2] ?? match[1]) } : undefined;
};

/** Reads a range as offices write it: `全部`, `1-22号楼`, `3号楼2单元`, `5号楼1-2单元3层`. Null when it says nothing we know. */
export function parseRange(text: string): Range | null {
  const plain = halfWidth(text).replace(/\s/g, '');
  if (/^(全部|全社区|所有)$/.test(plain)) return {};
  const buildings = spanOf(plain, '(?:号楼|栋|幢|#)');
  if (!buildings) return null;
  const units = spanOf(plain, '(?:单元|门)');
  const floors = spanOf(plain, '(?:层|楼(?!号))');
  const estate = /^([^\d]+?)(?=\d)/.exec(plain)?.[1];
  return { buildings, ...(units && { units }), ...(floors && { floors }), ...(estate && { estate }) };
}

/** Reads a cell of several ranges: `1-3号楼；5号楼1单元`. Null when one of them says nothing we know. */
export function parseScope(text: string): Range[] | null {
  const ranges = text
    .split(/[;；,，、\n]/)
    .filter((one) => one.trim())
    .map(parseRange);
  return ranges.length && ranges.every((range) => range !== null) ? (ranges as Range[]) : null;
}
