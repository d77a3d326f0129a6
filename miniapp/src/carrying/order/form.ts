import type { FieldError } from '@shared/problems';
import type { Channel } from '@shared/requests/errandView';
import { caseKindOf, isCaseKind, kindOf, type RequestKindName } from '@shared/requests/kinds';
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
  /** Where it is in words, of a case that is at no door; a form that was kept before this was asked has none. */
  place?: string;
  /** Of a case about one person, who it is; a form that was kept before there were cases has none. */
  residentId?: string;
  kind: RequestKindName | '';
  typed: Typed;
  urgent: '' | 'yes' | 'no';
  /** A form that was kept before there were wishes has none. */
  wish?: ChosenWish;
  note: string;
  /** Of a photo that has arrived. */
  photoId?: string;
}

/** Of the next one it is known already how one is told. */
export const newOrder = (channel: StaffOrder['channel'] = ''): StaffOrder => ({
  ...{ key: uuidV7(), channel, caller: '', dwellingId: '', door: '', householdId: '' },
  ...{ kind: '', typed: {}, urgent: '', note: '' },
});

/** Another kind asks for other things. */
export const ofKind = (kind: RequestKindName): Pick<StaffOrder, 'kind' | 'typed'> => ({
  kind,
  typed: nothingTyped(kindOf(kind).fields),
});

const missing = (path: string): FieldError => ({ path, code: 'required' });

/** Somebody has to be named; of anything else a door is enough. */
export const isAboutPerson = (kind: StaffOrder['kind']): boolean =>
  kind !== '' && isCaseKind(kind) && caseKindOf(kind).isAboutPerson;
export const needsPhoto = (kind: StaffOrder['kind']): boolean =>
  kind !== '' && isCaseKind(kind) && caseKindOf(kind).hasPhotos;
/** Something may happen where nobody lives: at a door, or at none. */
export const mayBeAnywhere = (kind: StaffOrder['kind']): boolean =>
  kind !== '' && isCaseKind(kind) && !isAboutPerson(kind);
const placeIn = ({ place = '' }: StaffOrder): string => place.trim();
/** An errand is brought to somebody. */
const isPlaced = (form: StaffOrder): boolean =>
  form.householdId !== '' || (mayBeAnywhere(form.kind) && (form.dwellingId !== '' || placeIn(form) !== ''));

/** Of an errand; what is raised waits for no wish. */
const wishIn = ({ kind, urgent, wish = noWish }: StaffOrder) =>
  kind !== '' && isCaseKind(kind) ? undefined : wishOf(wish, urgent);

/** What is wrong with it, in the order of the page. */
export function orderFaults(form: StaffOrder, at: Date): FieldError[] {
  const { channel, caller, kind, typed, note, residentId, photoId } = form;
  const fields = kind && kindOf(kind).fields;
  return [
    ...(channel ? [] : [missing('channel')]),
    ...(channel === 'desk' && !caller.trim() ? [missing('caller')] : []),
    ...(isPlaced(form) ? [] : [missing('about')]),
    ...(isPlaced(form) && isAboutPerson(kind) && !residentId ? [missing('about.residentId')] : []),
    ...(fields ? faultsIn(fields, detailsOf(fields, typed), note) : [missing('kind')]),
    ...(needsPhoto(kind) && !photoId ? [missing('fileIds.0')] : []),
    ...wishFaults(wishIn(form), false, at),
  ];
}

/** As the server takes it, once nothing is wrong with it. */
export function orderBody(form: StaffOrder) {
  const { channel, caller, kind, typed, urgent, note, photoId } = form;
  const wish = wishIn(form);
  return {
    ...(wish && { wish }),
    ...{ kind, about: aboutOf(form), channel, urgent: urgent === 'yes' },
    details: kind ? detailsOf(kindOf(kind).fields, typed) : {},
    ...(channel === 'desk' && { caller: caller.trim() }),
    ...(note.trim() && { note: note.trim() }),
    ...(photoId && { fileIds: [photoId] }),
  };
}

function aboutOf(form: StaffOrder) {
  const { kind, residentId, householdId, dwellingId } = form;
  if (residentId && isAboutPerson(kind)) return { residentId };
  if (householdId) return { householdId };
  return dwellingId ? { dwellingId } : { place: placeIn(form) };
}
