import { halfWidth } from '../halfWidth';
import type { Address } from '../roster/address';

/** A range of dwellings: an absent part means all of them. Building and unit numbers are compared as numbers. */
export interface Range {
  /** Names the address estate where building numbers repeat. */
  estate?: string;
  buildings?: Span;
  units?: Span;
  floors?: Span;
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
    (!range.rooms || range.rooms.includes(address.room))
  );
}

const inSpan = (span: Span | undefined, text: string): boolean => {
  if (!span) return true;
  const value = Number.parseInt(text, 10);
  return value >= span.from && value <= span.to;
};

/** A range as offices write it; `parseRange` reads it again. Rooms by name have no such form. */
export function formatRange({ estate = '', buildings, units, floors }: Range): string {
  if (!buildings) return '全部';
  const span = (of: Span | undefined, word: string) =>
    of ? `${of.from === of.to ? of.from : `${of.from}-${of.to}`}${word}` : '';
  return `${estate}${span(buildings, '号楼')}${span(units, '单元')}${span(floors, '层')}`;
}

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
