import { call } from '@/client/call';
import { queryClient } from '@/client/queryClient';

/** Doors and who lives there seldom change while a pile is entered. */
const knownMs = 5 * 60_000;
const mostDoors = 100;

export interface Door {
  id: string;
  door: string;
  /** With its estate, where several are called alike. */
  name: string;
}
export interface Home {
  id: string;
  people: string[];
}

/** Of what is typed so far, which doors of the unit it may become; `3-2-5` is enough. */
const unitOf = (typed: string): { building: string; unit: string; begins: string } | null => {
  const [, building, unit, room] = /^([^-\s]+)-([^-\s]+)-([^-\s]+)$/.exec(typed) ?? [];
  return building && unit && room ? { building, unit, begins: typed } : null;
};

/** Long enough to name a door and not a building alone. */
const isDoor = (typed: string): boolean => /\d\D+\d{2}/.test(typed);

const doorsBy = async (query: { building: string; unit: string } | { door: string }): Promise<Door[]> => {
  const { items } = await queryClient.fetchQuery({
    queryKey: ['dwelling', 'desk', query],
    queryFn: () => call('listDwellings', { query: { ...query, limit: mostDoors } }),
    staleTime: knownMs,
  });
  return items.map(({ id, door, address }) => ({
    id,
    door,
    name: [address.estate, door].filter(Boolean).join(' '),
  }));
};

/** The doors that begin so. */
export async function doorsBeginning(typed: string): Promise<Door[]> {
  const unit = unitOf(typed);
  if (!unit) return isDoor(typed) ? doorsBy({ door: typed }) : [];
  const { building, unit: name, begins } = unit;
  return (await doorsBy({ building, unit: name })).filter(({ door }) => door.startsWith(begins));
}

/** The doors that are called so. */
export const doorsCalled = (typed: string): Promise<Door[]> => doorsBy({ door: typed });

/** The households behind a door, by their people. */
export async function homesAt(dwellingId: string): Promise<Home[]> {
  const { items } = await queryClient.fetchQuery({
    queryKey: ['resident', 'desk', dwellingId],
    queryFn: () => call('listResidents', { query: { dwellingId, limit: 100 } }),
    staleTime: knownMs,
  });
  const ids = [...new Set(items.map(({ householdId }) => householdId))];
  return ids.map((id) => ({
    id,
    people: items.filter(({ householdId }) => householdId === id).map(({ name }) => name),
  }));
}
