interface AtDoor {
  door: string;
  place: { estate: string; building: string; unit: string; floor: string };
}

export interface Stairs<Item> {
  key: string;
  place: AtDoor['place'];
  floors: { floor: string; items: Item[] }[];
  count: number;
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
    count: own.length,
    floors: byFloor(own),
  }));
}

function byFloor<Item extends AtDoor>(items: Item[]): { floor: string; items: Item[] }[] {
  const floors = [...new Set(items.map(({ place }) => place.floor))].sort(
    (a, b) => numberOf(b) - numberOf(a),
  );
  return floors.map((floor) => ({ floor, items: items.filter(({ place }) => place.floor === floor) }));
}
