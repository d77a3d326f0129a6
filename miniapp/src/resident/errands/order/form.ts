import type { FieldError } from '@shared/problems';
import { caseKindOf, isCaseKind, kindOf, type RequestKindName } from '@shared/requests/kinds';
import { uuidV7 } from '@/client/uuidV7';
import { detailsOf, faultsIn, nothingTyped, type Typed } from '@/requests/errands/typed';

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
  note: string;
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

const detailsIn = ({ kind, typed }: OrderForm) => detailsOf(kindOf(kind).fields, typed);

export const orderFaults = (form: OrderForm): FieldError[] => [
  ...faultsIn(kindOf(form.kind).fields, detailsIn(form), form.note),
  ...(isAboutPerson(form.kind) && !form.residentId ? [{ path: 'about', code: 'required' as const }] : []),
  ...(needsPhoto(form.kind) && !form.photoId ? [{ path: 'fileIds.0', code: 'required' as const }] : []),
];

/** As the server takes it. */
export const orderBody = (form: OrderForm) => ({
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
