import type { About, ChangeForm } from './form';

interface Change {
  part: 'facts' | 'home' | 'provisional';
  /** Papers, what tells of health, and people who only declared are for staff. */
  isForStaff?: true;
  isPossible?(about: About): boolean;
  /** Absent: it is no correction but a choice of the household. */
  body?(form: ChangeForm, about: About): object;
}

const said = (text: string) => text.trim() || undefined;
const set = (field: string, read: (form: ChangeForm) => unknown) => ({
  part: 'facts' as const,
  body: (form: ChangeForm, { file }: About) => ({
    kind: 'fields',
    residentId: file.id,
    set: { [field]: read(form) },
  }),
});
const documentOf = ({ documentKind: kind, documentNumber }: ChangeForm) =>
  kind === 'none' ? { kind, reason: said(documentNumber) } : { kind, number: said(documentNumber) };
const hasOthers = ({ household }: About) => household.others.length > 0;
const isBehindDoor = ({ file }: About) => file.dwellingId !== null;
/** A household that nobody has confirmed goes into the other one, never the other way. */
export const mergesInto = ({ household }: About, otherId: string) =>
  household.provisional
    ? { householdId: household.id, intoHouseholdId: otherId }
    : { householdId: otherId, intoHouseholdId: household.id };

/** Every change of an entry: where it stands, who may, when, and what it says. */
export const changes = {
  name: { ...set('name', ({ name }) => said(name)), isForStaff: true },
  phone: set('phone', ({ phone }) => said(phone)),
  document: { ...set('document', documentOf), isForStaff: true },
  birthDate: {
    ...set('birthDate', ({ birthDate }) => said(birthDate)),
    isForStaff: true,
    isPossible: ({ file }) => file.document?.kind !== 'residentId',
  },
  relation: set('relation', ({ relation }) => said(relation)),
  sex: { ...set('sex', ({ sex }) => said(sex)), isForStaff: true },
  residence: { ...set('residence', ({ residence }) => said(residence)), isForStaff: true },
  keyGroups: { ...set('keyGroups', ({ keyGroups }) => keyGroups), isForStaff: true },
  canUsePhone: {
    ...set('canUsePhone', ({ canUsePhone }) => (canUsePhone ? canUsePhone === 'yes' : undefined)),
    isForStaff: true,
  },
  note: { ...set('note', ({ note }) => said(note)), isForStaff: true },
  contact: {
    part: 'home',
    isPossible: ({ file, household }) =>
      household.actions.includes('setContact') && household.contactResidentId !== file.id,
  },
  movedIn: {
    part: 'home',
    isPossible: isBehindDoor,
    body: ({ name, relation, sex, phone, documentKind, documentNumber }, { file }) => ({
      kind: 'movedIn',
      dwellingId: file.dwellingId,
      householdId: file.householdId,
      person: {
        name,
        relation: said(relation),
        ...(sex && { sex }),
        ...(phone.trim() && { phone }),
        ...(documentNumber.trim() && { document: { kind: documentKind, number: documentNumber } }),
      },
    }),
  },
  movedOut: { part: 'home', body: (_form, { file }) => ({ kind: 'movedOut', residentId: file.id }) },
  moved: {
    part: 'home',
    body: ({ dwellingId, householdId }, { file }) => ({
      kind: 'moved',
      residentId: file.id,
      dwellingId: said(dwellingId),
      ...(householdId && { householdId }),
    }),
  },
  joined: {
    part: 'home',
    isPossible: (about) => isBehindDoor(about) && hasOthers(about),
    body: ({ householdId }, { file }) => ({
      kind: 'moved',
      residentId: file.id,
      dwellingId: file.dwellingId,
      // Said in full: without one it would be a household of its own.
      householdId,
    }),
  },
  split: {
    part: 'home',
    isPossible: ({ household }) => household.people.length > 1,
    body: ({ residentIds }, { household }) => ({ kind: 'split', householdId: household.id, residentIds }),
  },
  merge: {
    part: 'home',
    isPossible: hasOthers,
    body: ({ householdId }, about) => ({ kind: 'merge', ...mergesInto(about, householdId) }),
  },
  tenure: {
    part: 'home',
    isPossible: isBehindDoor,
    body: ({ tenure }, { household }) => ({
      kind: 'tenure',
      householdId: household.id,
      tenure: said(tenure),
    }),
  },
  same: {
    part: 'provisional',
    isForStaff: true,
    body: ({ intoResidentId }, { file }) => ({
      kind: 'join',
      residentId: file.id,
      intoResidentId: said(intoResidentId),
    }),
  },
  confirm: {
    part: 'provisional',
    isForStaff: true,
    body: (_form, { file }) => ({ kind: 'confirm', residentId: file.id }),
  },
  remove: {
    part: 'provisional',
    isForStaff: true,
    body: (_form, { file }) => ({ kind: 'remove', residentId: file.id }),
  },
} as const satisfies Record<string, Change>;
export type ChangeName = keyof typeof changes;
const names = Object.keys(changes) as ChangeName[];
const changeOf = (name: ChangeName): Change => changes[name];

/** What may be said of this person by whoever looks at the file; of who has left only what the entry says. */
export function offeredTo(about: About, part: Change['part']): ChangeName[] {
  const { file } = about;
  const isStaff = file.actions.includes('correct');
  if (part === 'provisional' && !file.provisional) return [];
  if (part === 'home' && file.leftAt) return [];
  return names.filter((name) => {
    const change = changeOf(name);
    const isAllowed = (isStaff || !change.isForStaff) && (change.isPossible?.(about) ?? true);
    return change.part === part && isAllowed;
  });
}

export const bodyOf = (name: ChangeName, form: ChangeForm, about: About): object | undefined =>
  changeOf(name).body?.(form, about);
