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

/** Identity of a door inside a community. */
export const addressKey = (address: Address): string =>
  [address.estate, address.building, address.unit, address.room].join('|');
