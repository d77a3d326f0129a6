interface AtDoor {
  door: string;
  place: { estate: string; building: string; unit: string; floor: string };
}

export interface Stairs<Item> {
  key: string;
  place: AtDoor['place'];
  floors: { floor: string; items: Item[] }[];
}

const numberOf = (floor: string): number => Number.parseInt(floor, 10) || 0;

/** People in the order in which somebody walks: by estate, building and unit as they come, in each from the top floor down. */
export function byStairs<Item extends AtDoor>(items: Item[]): Stairs<Item>[] {
  const stairs = new Map<string, Item[]>();
  for (const item of items) {
    const { estate, building, unit } = item.place;
    const key = [estate, building, unit].join(' ');
    stairs.set(key, [...(stairs.get(key) ?? []), item]);
  }
  return [...stairs].map(([key, own]) => ({
    key,
    place: (own[0] as Item).place,
    floors: byFloor(own),
  }));
}

function byFloor<Item extends AtDoor>(items: Item[]): { floor: string; items: Item[] }[] {
  const floors = [...new Set(items.map(({ place }) => place.floor))].sort(
    (a, b) => numberOf(b) - numberOf(a),
  );
  return floors.map((floor) => ({ floor, items: items.filter(({ place }) => place.floor === floor) }));
}

const unitOf = (order: string): string => order.slice(0, order.lastIndexOf('|'));

/** The same way for doors by what sorts them: unit after unit, in each from the top down. Without Intl: it is wrong on some phones. */
export const downTheStairs = (a: string, b: string): number => {
  const [own, other] = [unitOf(a), unitOf(b)];
  if (own !== other) return own < other ? -1 : 1;
  return a === b ? 0 : a > b ? -1 : 1;
};
