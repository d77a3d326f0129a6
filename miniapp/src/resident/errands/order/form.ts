import type { FieldError } from '@shared/problems';
import type { ErrandView } from '@shared/requests/errandView';
import { caseKindOf, isCaseKind, kindOf, type RequestKindName } from '@shared/requests/kinds';
import { wishFaults } from '@shared/requests/wish';
import { uuidV7 } from '@/client/uuidV7';
import { detailsOf, faultsIn, nothingTyped, type Typed, typedAgain } from '@/requests/errands/typed';
import { type ChosenWish, noWish, wishOf } from '@/requests/errands/wish';

/** An order, or something that is raised, while it is filled in, as it is kept on the phone. */
export interface OrderForm {
  /** Of the wish: another one with every change. */
  key: string;
  kind: RequestKindName;
  householdId: string;
  /** For one of the household; empty for all of it. */
  residentId: string;
  typed: Typed;
  urgent: '' | 'yes' | 'no';
  /** A form that was kept before there were wishes has none. */
  wish?: ChosenWish;
  note: string;
  /** Filled in as the last time: that is said, so that it is checked. */
  isAgain?: boolean;
  /** Of a photo that has arrived; a form that was kept before there were photos has none. */
  photoId?: string;
}

/** Who lives alone is whom it is about: there is nobody to choose. */
export const newOrder = (
  kind: RequestKindName,
  householdId: string,
  people: readonly { residentId: string }[] = [],
): OrderForm => ({
  ...{ key: uuidV7(), kind, householdId },
  residentId: (isAboutPerson(kind) && people.length === 1 && people[0]?.residentId) || '',
  ...{ typed: nothingTyped(kindOf(kind).fields), urgent: '', note: '' },
});

/** Somebody has to be named. */
export const isAboutPerson = (kind: RequestKindName): boolean =>
  isCaseKind(kind) && caseKindOf(kind).isAboutPerson;
/** Without a photo nobody finds it. */
const needsPhoto = (kind: RequestKindName): boolean => isCaseKind(kind) && caseKindOf(kind).hasPhotos;

/** As it was ordered the last time, to be checked: but for how many days are left, which is another number now. */
export const orderAgain = (
  { kind, residentId, details }: Pick<ErrandView, 'kind' | 'residentId' | 'details'>,
  householdId: string,
): OrderForm => ({
  ...newOrder(kind, householdId),
  residentId: residentId ?? '',
  typed: { ...typedAgain(kindOf(kind).fields, details ?? {}), daysLeft: '' },
  isAgain: true,
});

const detailsIn = ({ kind, typed }: OrderForm) => detailsOf(kindOf(kind).fields, typed);

/** Of an errand; what is raised waits for no wish. */
const wishIn = ({ kind, wish = noWish, urgent }: OrderForm) =>
  isCaseKind(kind) ? undefined : wishOf(wish, urgent);

export const orderFaults = (form: OrderForm, at: Date): FieldError[] => [
  ...faultsIn(kindOf(form.kind).fields, detailsIn(form), form.note),
  ...(isAboutPerson(form.kind) && !form.residentId ? [{ path: 'about', code: 'required' as const }] : []),
  ...(needsPhoto(form.kind) && !form.photoId ? [{ path: 'fileIds.0', code: 'required' as const }] : []),
  ...wishFaults(wishIn(form), false, at),
];

/** As the server takes it. */
export const orderBody = (form: OrderForm) => ({
  ...(wishIn(form) && { wish: wishIn(form) }),
  kind: form.kind,
  about: form.residentId ? { residentId: form.residentId } : { householdId: form.householdId },
  details: detailsIn(form),
  urgent: form.urgent === 'yes',
  channel: 'app' as const,
  ...(form.note.trim() && { note: form.note.trim() }),
  ...(form.photoId && { fileIds: [form.photoId] }),
});

/** Under what an order of a kind is kept on the phone while it is filled in. */
export const orderDraft = ({ householdId, kind }: Pick<OrderForm, 'householdId' | 'kind'>): string =>
  `draft:order:${householdId}:${kind}`;
