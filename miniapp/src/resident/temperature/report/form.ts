import type { ReadingInput, readingMethods } from '@shared/temperatures/reading';
import { inBeijing } from '@shared/time';
import { clockOffsetMs, phoneTime, serverTime } from '@/client/clock';
import { uuidV7 } from '@/client/uuidV7';
import { isComplete } from '@/parts/celsius';

export type Confirmed = ReadingInput['confirmed'][number];
type Answer = '' | 'no' | 'yes';

/** Whose temperature, and for what. */
export interface Target {
  /** Empty: a voluntary one. */
  slotId: string;
  residentId: string;
  /** The earlier reading that this one corrects. */
  correctionOf: string;
  /** Of a window that is over: when it was, as instants. The time of measuring is asked for. */
  closed: { opensAt: string; closesAt: string } | null;
}

/** What is said of one person, as it is typed. Nothing is filled in beforehand. */
export interface PersonForm extends Target {
  celsius: string;
  /** When the last digit was typed, by this phone’s clock. */
  enteredAt: string;
  /** The same by the server’s clock as it was then, once it is kept on the phone. */
  keptFrom?: string;
  /** `YYYY-MM-DDTHH:mm` in Beijing; empty: when it was typed. */
  takenAt: string;
  method: '' | (typeof readingMethods)[number];
  unwell: Answer;
  symptoms: string[];
  medicine: Answer;
  confirmed: Confirmed[];
  reason: '' | NonNullable<ReadingInput['reason']>;
  /** Not now: asleep, not at home. */
  isSkipped: boolean;
}

/** Everything that goes out as one wish; kept on the phone until it has arrived. */
export interface Form {
  key: string;
  /** Beijing day on which it was typed: nothing is taken along to another. */
  day: string;
  at: number;
  people: PersonForm[];
}

const newPerson = (target: Target): PersonForm => ({
  ...target,
  celsius: '',
  enteredAt: '',
  takenAt: '',
  method: '',
  unwell: '',
  symptoms: [],
  medicine: '',
  confirmed: [],
  reason: '',
  isSkipped: false,
});

export const newForm = (targets: readonly Target[], day: string): Form => ({
  key: uuidV7(),
  day,
  at: 0,
  people: targets.map(newPerson),
});

/** A draft as it may be gone on with: of today, for who is still to be reported, at the first of whom something is still missing. */
export function goOnWith(
  draft: Form | null,
  targets: readonly Target[],
  day: string,
  isFinished: (person: PersonForm) => boolean,
): Form {
  const fresh = newForm(targets, day);
  if (draft?.day !== day) return fresh;
  const isSame = (one: Target, other: Target) =>
    one.slotId === other.slotId && one.residentId === other.residentId;
  const people = fresh.people.map((person) => ({
    ...(draft.people.find((typed) => isSame(typed, person)) ?? person),
    closed: person.closed,
  }));
  const unfinished = people.findIndex((person) => !isFinished(person));
  return { ...draft, people, at: unfinished < 0 ? Math.max(0, people.length - 1) : unfinished };
}

/** As it is kept to be mended: a clock that is set right meanwhile does not move what was measured. */
export const asKept = (person: PersonForm): PersonForm => ({
  ...person,
  keptFrom: serverTime(Date.parse(person.enteredAt)).toISOString(),
});

/** What is mended later was measured when it was first typed, unless somebody says otherwise. */
export const measuredThen = ({ takenAt, keptFrom }: PersonForm): Pick<PersonForm, 'takenAt'> => ({
  takenAt: takenAt || (keptFrom ? inBeijing(keptFrom).format('YYYY-MM-DDTHH:mm') : ''),
});

/** When it was measured, by this phone’s clock. */
export const takenAtOf = ({ takenAt, enteredAt }: PersonForm): string =>
  takenAt ? phoneTime(Date.parse(`${takenAt}:00+08:00`)).toISOString() : enteredAt;

/** The reading as the API takes it; only of a form without faults. */
export function bodyOf(person: PersonForm, filledBy: ReadingInput['filledBy']): ReadingInput {
  const { celsius, enteredAt, method, unwell, symptoms, medicine, confirmed, correctionOf, reason } = person;
  const isUnwell = unwell === 'yes';
  return {
    celsius: Number(celsius),
    method: method as 'ear',
    takenAt: takenAtOf(person),
    enteredAt,
    clockOffsetMs: clockOffsetMs(),
    symptoms: isUnwell ? symptoms : [],
    medicine: isUnwell && medicine === 'yes',
    filledBy,
    confirmed,
    ...(correctionOf && reason && { correctionOf, reason }),
  };
}

export const isMeasured = ({ celsius }: PersonForm): boolean => isComplete(celsius);
