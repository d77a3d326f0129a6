import type { PeopleField } from '@shared/grids/columns';
import { type Address, addressKey } from '@shared/roster/address';
import { documentIdentity } from '../../roster';
import { isRefused, type RefusedRow, type RosterPerson, readPerson } from './readPerson';
import type { Row } from './readWorkbook';

export interface PlannedHousehold {
  address: Address;
  /** Names the household again in the next file: its door and its head. */
  identity: string;
  people: RosterPerson[];
}
export interface RosterPlan {
  /** Every door by its key. */
  dwellings: Map<string, Address>;
  households: PlannedHousehold[];
  refused: RefusedRow[];
}

/** What a person is known by inside one file: the document, else door and name. */
export const personIdentity = (person: RosterPerson, address: Address): string =>
  documentIdentity(person.document) ?? `none:${addressKey(address)}:${person.name}`;

/** Doors, households and people of a workbook. Pure; the same person a second time is the same person. */
export function planRoster(rows: Row<PeopleField>[]): RosterPlan {
  const plan: RosterPlan = { dwellings: new Map(), households: [], refused: [] };
  const seen = new Set<string>();
  const openHousehold = new Map<string, PlannedHousehold>();
  for (const read of rows.map(readPerson)) {
    if (isRefused(read)) {
      plan.refused.push(read);
      continue;
    }
    const { address, person } = read;
    const door = addressKey(address);
    plan.dwellings.set(door, plan.dwellings.get(door) ?? address);
    if (!person || seen.has(personIdentity(person, address))) continue;
    seen.add(personIdentity(person, address));
    // A second head at the same door starts a second household: a shared flat.
    const known = openHousehold.get(door);
    const household = known && person.relation !== 'head' ? known : startHousehold(plan, address, person);
    openHousehold.set(door, household);
    household.people.push(person);
  }
  return plan;
}

function startHousehold(plan: RosterPlan, address: Address, first: RosterPerson): PlannedHousehold {
  const household = {
    address,
    identity: `${addressKey(address)}|${personIdentity(first, address)}`,
    people: [],
  };
  plan.households.push(household);
  return household;
}
