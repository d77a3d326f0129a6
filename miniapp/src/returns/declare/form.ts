import type { MeView } from '@shared/accounts/contract';
import type { DeclarationInput, relations } from '@shared/returns/declaration';
import type { ReturnView } from '@shared/returns/view';
import { uuidV7 } from '@/client/uuidV7';
import { filled, type JourneyForm, journeyBody, journeyFrom, newJourney } from '@/returns/journey';

export type Household = NonNullable<MeView['household']>;
type Relation = (typeof relations)[number];

/** What is said of one person, as it is typed. */
export interface PersonForm {
  id: string;
  /** Set for somebody of the own household. */
  residentId: string;
  name: string;
  relation: Relation | '';
  docKind: 'residentId' | 'passport' | 'other' | 'none';
  /** The number; the reason where there is no document. */
  docNumber: string;
  phone: string;
  unwell: '' | 'no' | 'yes';
  symptoms: string[];
  celsius: string;
  takenAt: string;
  method: '' | 'forehead' | 'ear' | 'armpit' | 'mercury';
  medicine: '' | 'no' | 'yes';
  /** Measured again, and it is so. */
  isConfirmed: boolean;
}

export interface PlaceForm {
  /** The own home, a door of the list, or an address that is in no list. */
  where: 'home' | 'list' | 'typed';
  communityId: string;
  building: string;
  unit: string;
  dwellingId: string;
  /** How the chosen door is called. */
  door: string;
  address: { estate: string; building: string; unit: string; floor: string; room: string };
}

/** The whole declaration as it is typed; kept on the phone until it has arrived. */
export interface Form {
  /** The same wish keeps its key; a changed one gets another. */
  key: string;
  step: string;
  /** When something was last typed, by the server’s clock. */
  filledAt: string;
  /** For somebody in no household yet: for oneself, or for a parent. */
  source: 'self' | 'family' | '';
  /** By the code of a posted notice, or at the desk of the community; otherwise by oneself. */
  via: '' | 'noticeQr' | 'desk';
  journey: JourneyForm;
  place: PlaceForm;
  people: PersonForm[];
}

/** Health is never filled in beforehand, and what is this old is no longer how somebody feels. */
const healthHours = 12;
const unanswered: Pick<
  PersonForm,
  'unwell' | 'symptoms' | 'celsius' | 'takenAt' | 'method' | 'medicine' | 'isConfirmed'
> = {
  unwell: '',
  symptoms: [],
  celsius: '',
  takenAt: '',
  method: '',
  medicine: '',
  isConfirmed: false,
};

export const newPerson = (known: Partial<PersonForm> = {}): PersonForm => ({
  id: uuidV7(),
  residentId: '',
  name: '',
  relation: '',
  docKind: 'residentId',
  docNumber: '',
  phone: '',
  ...unanswered,
  ...known,
});

export const newForm = (household: Household | null): Form => ({
  key: uuidV7(),
  step: 'journey',
  filledAt: '',
  source: '',
  via: '',
  journey: newJourney,
  place: {
    where: household?.dwellingId ? 'home' : 'list',
    communityId: '',
    building: '',
    unit: '',
    dwellingId: '',
    door: '',
    address: { estate: '', building: '', unit: '', floor: '', room: '' },
  },
  people: household ? [] : [newPerson({ relation: 'self' })],
});

/** A draft as it may be gone on with at `now`. */
export function goOnWith(draft: Form, now: Date): Form {
  if (now.getTime() - Date.parse(draft.filledAt) < healthHours * 3_600_000) return draft;
  return { ...draft, people: draft.people.map((person) => ({ ...person, ...unanswered })) };
}

/** After a refusal: everything but health once more, for those of the own household. */
export function formAgain(latest: readonly ReturnView[], household: Household | null): Form {
  const form = newForm(household);
  const [first] = latest;
  const known = latest.filter(({ residentId }) =>
    household?.people.some((one) => one.residentId === residentId),
  );
  if (!first || !known.length) return form;
  return {
    ...form,
    journey: journeyFrom(first),
    people: known.map(({ residentId, person }) =>
      newPerson({ residentId, name: person.name, relation: person.relation }),
    ),
  };
}

const fromHead: Record<string, Relation> = {
  spouse: 'spouse',
  child: 'child',
  parent: 'parent',
  grandchild: 'grandchild',
};

/** To the first person, as far as the roster knows it: there relations are told from the head of the household. */
export function relationTo(
  first: Household['people'][number] | undefined,
  person: Household['people'][number],
): Relation | '' {
  if (!first || first.residentId === person.residentId) return 'self';
  return first.relation === 'head' ? (fromHead[person.relation] ?? '') : '';
}

/** The form as the body of declareReturn. What is empty is left out, so that the field is named as missing. */
export const bodyOf = (form: Form, household: Household | null): DeclarationInput => ({
  ...placeBody(form.place, household),
  source: sourceOf(form, household),
  ...journeyBody(form.journey),
  people: form.people.map((person) => personBody(person, household)),
});

/** Whether the first of them is the one who declares: only that opens the household to this account. */
function sourceOf(form: Form, household: Household | null): DeclarationInput['source'] {
  if (form.via === 'desk') return 'desk';
  const who = whoDeclares(form, household);
  return who === 'self' && form.via === 'noticeQr' ? 'noticeQr' : who;
}

function whoDeclares(
  { source, people: [first] }: Form,
  household: Household | null,
): 'self' | 'family' | 'mandate' {
  if (!household) return source || 'self';
  if (household.byMandate) return 'mandate';
  return household.people.some(({ isMe, residentId }) => isMe && residentId === first?.residentId)
    ? 'self'
    : 'family';
}

function placeBody({ where, communityId, dwellingId, address }: PlaceForm, household: Household | null) {
  if (where === 'home') return filled({ dwellingId: household?.dwellingId ?? '' });
  if (where === 'list') return filled({ dwellingId });
  return { ...filled({ communityId }), address: filled(address) as { building: string; room: string } };
}

function personBody(person: PersonForm, household: Household | null): DeclarationInput['people'][number] {
  const { residentId, name, phone, relation, unwell, symptoms } = person;
  const known = household?.people.find((one) => one.residentId === residentId);
  return {
    ...(known ? { residentId } : filled({ name })),
    ...(!known?.hasDocument && { document: documentOf(person) }),
    ...filled({ phone }),
    ...(relation && { relation }),
    symptoms: unwell === 'yes' ? symptoms : [],
    ...readingOf(person),
  } as DeclarationInput['people'][number];
}

function documentOf({ docKind, docNumber }: PersonForm) {
  if (docKind === 'none') return { kind: 'none' as const, ...filled({ reason: docNumber }) };
  return { kind: docKind, ...filled({ number: docNumber }) };
}

/** A temperature that was measured; nothing where none was. */
export function readingOf({ celsius, takenAt, method, medicine, isConfirmed }: PersonForm) {
  if (!celsius) return {};
  const reading = {
    celsius: Number(celsius),
    takenAt,
    ...filled({ method }),
    ...(medicine && { medicine: medicine === 'yes' }),
    confirmed: isConfirmed ? (['range', 'old'] as const) : [],
  };
  return { reading };
}
