import { setImmediate as othersFirst } from 'node:timers/promises';
import type { PeopleField } from '@shared/grids/peopleFields';
import { type Address, addressKey } from '@shared/roster/address';
import { documentIdentity } from '../../roster';
import { isRefused, type RefusedRow, type RosterPerson, type RosterRow, readPerson } from './readPerson';
import type { Row } from './row';

export interface PlannedPerson extends Row<PeopleField> {
  person: RosterPerson;
}
export interface PlannedHousehold {
  address: Address;
  /** Names the household again in the next file: its door and its head. */
  identity: string;
  people: PlannedPerson[];
}
export interface RosterPlan {
  /** Every door by its key. */
  dwellings: Map<string, Address>;
  households: PlannedHousehold[];
  refused: RefusedRow[];
  /** Rows that say again what another row said. */
  repeated: number;
}

/** What a person is known by inside one file: the document, else door and name. */
export const personIdentity = (person: RosterPerson, address: Address): string =>
  documentIdentity(person.document) ?? `none:${addressKey(address)}:${person.name}`;

type PersonRow = RosterRow & { person: RosterPerson };

/** So many rows are read before others get their turn: a plan is a second of work. */
const rowsAtOnce = 200;

interface SheetOfRows {
  rows: Row<PeopleField>[];
  columns: readonly { field: PeopleField | null }[];
}

/** Doors, households and people of all sheets; the same person a second time is the same person. Touches nothing. */
export async function planRoster(sheets: readonly SheetOfRows[]): Promise<RosterPlan> {
  const plan: RosterPlan = { dwellings: new Map(), households: [], refused: [], repeated: 0 };
  const seen = new Map<string, PersonRow>();
  const open = new Map<string, PlannedHousehold>();
  const rows = sheets.flatMap(({ rows, columns }) => {
    const has = new Set(columns.flatMap(({ field }) => field ?? []));
    return rows.map((row) => ({ row, has }));
  });
  for (const [i, { row, has }] of rows.entries()) {
    if (i % rowsAtOnce === 0) await othersFirst();
    const read = readPerson(row, has);
    const refused = isRefused(read) ? read : twiceIn(seen, read);
    if (refused || isRefused(read)) {
      plan.refused.push(refused as RefusedRow);
      continue;
    }
    const door = addressKey(read.address);
    plan.dwellings.set(door, plan.dwellings.get(door) ?? read.address);
    if (!isPersonRow(read)) continue;
    const identity = personIdentity(read.person, read.address);
    if (seen.has(identity)) plan.repeated += 1;
    else {
      seen.set(identity, read);
      seat(plan, open, door, read);
    }
  }
  return plan;
}

const isPersonRow = (row: RosterRow): row is PersonRow => row.person !== null;

/** One number for two names, or one person behind two doors: which is right nobody here can know. The first row stands. */
function twiceIn(seen: ReadonlyMap<string, PersonRow>, read: RosterRow): RefusedRow | null {
  const before = read.person && seen.get(personIdentity(read.person, read.address));
  if (!before) return null;
  const { sheet, row, cells } = read;
  const other = { row: before.row, ...(before.sheet !== sheet && { sheet: before.sheet }) };
  const refused = { sheet, row, cells, params: other };
  if (before.person.name !== read.person?.name)
    return { ...refused, path: 'document.number', code: 'document.twice' };
  const isSameDoor = addressKey(before.address) === addressKey(read.address);
  return isSameDoor ? null : { ...refused, path: 'room', code: 'person.twoDwellings' };
}

/** A second head at the same door starts a second household: a shared flat. */
function seat(plan: RosterPlan, open: Map<string, PlannedHousehold>, door: string, read: PersonRow): void {
  const { address, person, sheet, row, cells } = read;
  const known = open.get(door);
  const isSecondHead =
    person.relation === 'head' && known?.people.some((other) => other.person.relation === 'head');
  let household = isSecondHead ? undefined : known;
  if (!household) {
    household = { address, identity: `${door}|${personIdentity(person, address)}`, people: [] };
    plan.households.push(household);
    open.set(door, household);
  }
  household.people.push({ sheet, row, cells, person });
}
