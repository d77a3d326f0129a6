import type { FieldError } from '../problems';
import { measureFaults } from '../temperatures/rules';
import { dayMs, dayOf } from '../time';

/** A declaration may come this long before the arrival, and this long after (domain, section 3.3). */
export const aheadHours = 48;
export const backDays = 30;
/** Declared later than this after the arrival is marked late. */
export const lateAfterHours = 24;
const hourMs = 3_600_000;

/** Declared later than a day after the arrival. */
export const isLate = (arrivedAt: Date, declaredAt: Date): boolean =>
  declaredAt.getTime() - arrivedAt.getTime() > lateAfterHours * hourMs;

interface Journey {
  leftAt?: string;
  arrivedAt?: string;
}

/** The times of a journey against now: one fault a field, all at once. Used by the screen and by the verb. */
export function journeyFaults({ leftAt, arrivedAt }: Journey, now: Date): FieldError[] {
  const faults: FieldError[] = [];
  const arrived = arrivedAt ? Date.parse(arrivedAt) : null;
  const left = leftAt ? Date.parse(leftAt) : null;
  if (arrived !== null && arrived > now.getTime() + aheadHours * hourMs) {
    faults.push({ path: 'arrivedAt', code: 'time.tooLate', params: { aheadHours } });
  }
  if (arrived !== null && arrived < now.getTime() - backDays * dayMs) {
    faults.push({ path: 'arrivedAt', code: 'time.tooEarly', params: { backDays } });
  }
  if (arrived !== null && left !== null && left > arrived)
    faults.push({ path: 'leftAt', code: 'time.order' });
  if (left !== null && left < now.getTime() - (backDays + 30) * dayMs) {
    faults.push({ path: 'leftAt', code: 'time.tooEarly', params: { backDays: backDays + 30 } });
  }
  return faults;
}

/** A start event lies this far back at most: the longest observation there was, and what came before it. */
const oldestStartDays = 90;

interface Arrival {
  leftAt?: Date | undefined;
  arrivedAt?: Date | undefined;
  /** The start event of an observation that began elsewhere and goes on here. */
  previous?: { startEvent?: { at: Date } } | undefined;
}

/**
 * Day 1 against the journey, by Beijing days: who left the area did so between leaving and arriving; nobody is at home before
 * arriving. It may lie ahead only as far as the arrival does.
 */
export function startFaults(
  { kind, at }: { kind: 'leftArea' | 'atHome'; at: string },
  { leftAt, arrivedAt, previous }: Arrival,
  now: Date,
): FieldError[] {
  const path = 'startEvent.at';
  const start = new Date(at);
  if (previous?.startEvent && start.getTime() === previous.startEvent.at.getTime()) return [];
  const earliest = kind === 'leftArea' ? leftAt : arrivedAt;
  const latest =
    kind === 'leftArea' && arrivedAt
      ? arrivedAt
      : new Date(Math.max(now.getTime(), arrivedAt?.getTime() ?? 0));
  if (earliest && dayOf(start) < dayOf(earliest)) return [{ path, code: 'time.order' }];
  if (dayOf(start) > dayOf(latest)) return [{ path, code: 'time.tooLate' }];
  if (start.getTime() < now.getTime() - oldestStartDays * dayMs)
    return [{ path, code: 'time.tooEarly', params: { days: oldestStartDays } }];
  return [];
}

interface Person {
  residentId?: string | undefined;
  phone?: string | undefined;
  document?: { kind: string; number?: string } | undefined;
  reading?: { celsius: number; takenAt: string; confirmed: readonly string[] } | undefined;
}

/** What the schema cannot see in the people of one declaration. */
export function peopleFaults(people: readonly Person[], now: Date): FieldError[] {
  const faults: FieldError[] = [];
  // The screen asks for the telephone of somebody in the roster only where the roster has none.
  if (people[0] && !people[0].phone && !people[0].residentId)
    faults.push({ path: 'people.0.phone', code: 'required' });
  const seen = new Set<string>();
  people.forEach((person, i) => {
    const key = person.document?.number ? `${person.document.kind} ${person.document.number}` : null;
    if (key && seen.has(key)) faults.push({ path: `people.${i}.document.number`, code: 'document.twice' });
    if (key) seen.add(key);
    if (person.reading) faults.push(...readingFaults(person.reading, `people.${i}.reading`, now));
  });
  return faults;
}

/** What is wrong with a reading that was taken before it was told. */
export function readingFaults(
  reading: NonNullable<Person['reading']>,
  path: string,
  now: Date,
): FieldError[] {
  return measureFaults({ ...reading, takenAt: new Date(reading.takenAt), enteredAt: now }, now, `${path}.`);
}

/** Symptoms are codes of the policy's list. */
export const symptomFaults = (
  symptoms: readonly string[],
  path: string,
  known: readonly string[],
): FieldError[] => (symptoms.some((symptom) => !known.includes(symptom)) ? [{ path, code: 'choice' }] : []);
