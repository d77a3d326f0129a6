import type { FieldError } from '@shared/problems';
import type { Channel } from '@shared/requests/errandView';
import { type ErrandKindName, errandKindOf } from '@shared/requests/kinds';
import { wishFaults } from '@shared/requests/wish';
import { uuidV7 } from '@/client/uuidV7';
import { detailsOf, faultsIn, nothingTyped, type Typed } from '@/requests/errands/typed';
import { type ChosenWish, noWish, wishOf } from '@/requests/errands/wish';

/** How staff are told: on the telephone, at the door, at the registration desk. */
export const staffChannels = ['door', 'proxy', 'desk'] as const satisfies readonly Channel[];
type StaffChannel = (typeof staffChannels)[number];

/** An order for somebody else while it is filled in, as it is kept on the phone. */
export interface StaffOrder {
  /** Of the wish: another one with every change. */
  key: string;
  channel: StaffChannel | '';
  caller: string;
  dwellingId: string;
  /** As it is read; the id is what counts. */
  door: string;
  householdId: string;
  kind: ErrandKindName | '';
  typed: Typed;
  urgent: '' | 'yes' | 'no';
  /** A form that was kept before there were wishes has none. */
  wish?: ChosenWish;
  note: string;
}

/** Of the next one it is known already how one is told. */
export const newOrder = (channel: StaffOrder['channel'] = ''): StaffOrder => ({
  ...{ key: uuidV7(), channel, caller: '', dwellingId: '', door: '', householdId: '' },
  ...{ kind: '', typed: {}, urgent: '', note: '' },
});

/** Another kind asks for other things. */
export const ofKind = (kind: ErrandKindName): Pick<StaffOrder, 'kind' | 'typed'> => ({
  kind,
  typed: nothingTyped(errandKindOf(kind).fields),
});

const missing = (path: string): FieldError => ({ path, code: 'required' });

/** What is wrong with it, in the order of the page. */
export function orderFaults(form: StaffOrder, at: Date): FieldError[] {
  const { channel, caller, householdId, kind, typed, note, urgent, wish = noWish } = form;
  const fields = kind && errandKindOf(kind).fields;
  return [
    ...(channel ? [] : [missing('channel')]),
    ...(channel === 'desk' && !caller.trim() ? [missing('caller')] : []),
    ...(householdId ? [] : [missing('about')]),
    ...(fields ? faultsIn(fields, detailsOf(fields, typed), note) : [missing('kind')]),
    ...wishFaults(wishOf(wish, urgent), false, at),
  ];
}

/** As the server takes it, once nothing is wrong with it. */
export function orderBody(form: StaffOrder) {
  const { channel, caller, householdId, kind, typed, urgent, wish = noWish, note } = form;
  const wished = wishOf(wish, urgent);
  return {
    ...(wished && { wish: wished }),
    ...{ kind, about: { householdId }, channel, urgent: urgent === 'yes' },
    details: kind ? detailsOf(errandKindOf(kind).fields, typed) : {},
    ...(channel === 'desk' && { caller: caller.trim() }),
    ...(note.trim() && { note: note.trim() }),
  };
}
