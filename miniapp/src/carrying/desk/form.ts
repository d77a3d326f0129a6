import type { FieldError } from '@shared/problems';
import { type ErrandKindName, errandKindOf, isCaseKind, offeredKindNames } from '@shared/requests/kinds';
import type { TypedRow } from '@/requests/errands/typed';
import { newOrder, ofKind, orderFaults, type StaffOrder } from '../order/form';
import { readThings } from './readThings';

/** One door of the pile while it is typed: an order whose door is still only written, and whose things stand in one line. */
export interface Written {
  order: StaffOrder;
  /** As it was typed; the door is found while the next one is entered. */
  door: string;
  things: string;
}

/** What became of it. */
export interface Row extends Written {
  state: 'waiting' | 'asked' | 'unreached' | 'placed' | 'kept' | 'gone' | 'refused';
  /** Why not. */
  reason?: string;
  /** Two doors are called so, or two households live there. */
  choices?: { value: string; label: string }[];
  asks?: 'dwellingId' | 'householdId' | 'isMeant';
  /** Another of the same kind for the same household, and not the same paper twice. */
  isMeant?: boolean;
}

/** Of the next one it is known how one is told, and nothing else. */
export const newWritten = (channel: StaffOrder['channel'] = ''): Written => ({
  ...{ order: newOrder(channel), door: '', things: '' },
});

/** One key each: figures for what is asked for most, then letters in the order of the keyboard. */
const keys = '1234567890qwertyuiop';
export const kindKeys: readonly { kind: ErrandKindName; key: string }[] = offeredKindNames.map((kind, i) => ({
  kind,
  key: keys[i] ?? '',
}));
export const kindOfKey = (typed: string): ErrandKindName | undefined =>
  kindKeys.find(({ key }) => key !== '' && key === typed.trim().toLowerCase())?.kind;

/** Which field of a kind has its things line by line. */
export const thingsOf = (kind: StaffOrder['kind']) => {
  const errand = kind && !isCaseKind(kind) ? errandKindOf(kind) : undefined;
  const shopping = errand?.shopping;
  const field = errand && shopping?.rows ? errand.fields[shopping.rows] : undefined;
  return shopping?.rows && field?.type === 'rows' ? { name: shopping.rows, field, shopping } : null;
};

/** The order with its things as they were understood. */
export function understood({ order, things }: Written): StaffOrder {
  const written = thingsOf(order.kind);
  if (!written) return order;
  const rows = readThings(things, written.field.of, written.shopping);
  const typed = rows.map((values, i): TypedRow => ({ id: String(i), values }));
  return { ...order, typed: { ...order.typed, [written.name]: typed } };
}

/** What is wrong with it, the written door first. Whose household it is, is found by the door. */
export function writtenFaults(written: Written): FieldError[] {
  const order = understood(written);
  // Nothing is wished for a time here, so that no clock matters.
  const faults = orderFaults({ ...order, householdId: order.householdId || 'found' }, new Date(0));
  return [...(written.door.trim() ? [] : [{ path: 'door', code: 'required' as const }]), ...faults];
}

/** Whether it can go as it is. */
export const isWhole = (written: Written): boolean => writtenFaults(written).length === 0;

/** Another kind asks for other things. */
export const asKind = ({ order, ...written }: Written, kind: ErrandKindName): Written => ({
  ...written,
  things: '',
  order: { ...order, ...ofKind(kind) },
});
