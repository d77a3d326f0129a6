import * as z from 'zod';

const part = (max: number) => z.string().trim().min(1).max(max);

/** Where a dwelling is. Buildings and units are the bare numbers or names: `3`, not `3号楼`. */
export const Address = z.strictObject({
  estate: z.string().trim().max(40).default(''),
  building: part(20),
  unit: z.string().trim().max(20).default(''),
  floor: z.string().trim().max(10).default(''),
  room: part(20),
});
export type Address = z.infer<typeof Address>;

/** `3-2-501`, how neighbours say it. */
export const doorOf = (address: { building: string; unit: string; room: string }): string =>
  [address.building, address.unit, address.room].filter(Boolean).join('-');

/** `2号` sorts before `10号`. */
const sortable = (text: string): string => text.replace(/\d+/g, (digits) => digits.padStart(6, '0'));
const inOrder = (parts: readonly string[]): string => parts.map(sortable).join('|');
/** Sorts doors by building, unit and room. */
export const doorOrder = ({ estate, building, unit, room }: Omit<Address, 'floor'>): string =>
  inOrder([estate, building, unit, room]);
/** With what the order of every door of a building begins, and of no other. */
export const buildingOrder = ({ estate, building }: Pick<Address, 'estate' | 'building'>): string =>
  `${inOrder([estate, building])}|`;

/** Identity of a door inside a community. */
export const addressKey = (address: Address): string =>
  [address.estate, address.building, address.unit, address.room].join('|');
