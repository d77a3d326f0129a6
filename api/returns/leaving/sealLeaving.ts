import type { Types } from 'mongoose';

/** What a sealed text of a leaving is bound to. */
const place = (id: Types.ObjectId, field: string): string => `leavings/${String(id)}/${field}`;
export const namePlace = (id: Types.ObjectId): string => place(id, 'name');
export const toPlace = (id: Types.ObjectId): string => place(id, 'to');
export const refusedPlace = (id: Types.ObjectId): string => place(id, 'refused');
