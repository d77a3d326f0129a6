import type { ReadingInput, readingMethods } from '@shared/temperatures/reading';
import { clockOffsetMs, phoneTime } from '@/client/clock';
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
  /** It was refused and is mended: it stands as it was meant. */
  isMended: boolean;
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
  isMended: false,
});

/** A draft as it may be gone on with: of today, for who is still to be reported, at the first of whom something is still missing. */
export function goOnWith(
  draft: Form | null,
  targets: readonly Target[],
  day: string,
  isFinished: (person: PersonForm) => boolean,
): Form {
  if (draft?.isMended) return draft;
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
