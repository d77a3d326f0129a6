import type { FieldError } from '../problems';
import { minuteMs } from '../time';
import { needsRangeConfirmation, oldAfterHours, type ReadingInput } from './reading';

const hourMs = 60 * minuteMs;
/** The two clocks are never quite the same. */
const graceMs = minuteMs;

export interface Measured {
  celsius: number;
  takenAt: Date;
  /** When it was typed in. */
  enteredAt: Date;
  confirmed: readonly string[];
}

export const isOld = ({ takenAt, enteredAt }: Pick<Measured, 'takenAt' | 'enteredAt'>): boolean =>
  enteredAt.getTime() - takenAt.getTime() > oldAfterHours * hourMs;

/** What is wrong with a temperature, or has to be asked once more (domain, section 4). All times by the server’s clock. */
export function measureFaults(reading: Measured, now: Date, prefix = ''): FieldError[] {
  const { celsius, takenAt, enteredAt, confirmed } = reading;
  if (takenAt.getTime() > now.getTime() + graceMs)
    return [{ path: `${prefix}takenAt`, code: 'time.tooLate' }];
  const faults: FieldError[] = [];
  if (takenAt.getTime() > enteredAt.getTime() + graceMs)
    faults.push({ path: `${prefix}takenAt`, code: 'time.order' });
  if (isOld(reading) && !confirmed.includes('old'))
    faults.push({ path: `${prefix}takenAt`, code: 'reading.confirmOld', params: { oldAfterHours } });
  if (needsRangeConfirmation(celsius) && !confirmed.includes('range'))
    faults.push({ path: `${prefix}celsius`, code: 'reading.confirmRange' });
  return faults;
}

/** When it was taken and typed in, by the server’s clock: what the phone says, corrected by what it measured of its own clock. */
export function serverTimes(
  { takenAt, enteredAt, clockOffsetMs }: Pick<ReadingInput, 'takenAt' | 'enteredAt' | 'clockOffsetMs'>,
  receivedAt: Date,
): { takenAt: Date; enteredAt: Date } {
  const byServer = (at: string) => new Date(Date.parse(at) + clockOffsetMs);
  const notAhead = (at: Date) =>
    at > receivedAt && at.getTime() <= receivedAt.getTime() + graceMs ? receivedAt : at;
  return { takenAt: notAhead(byServer(takenAt)), enteredAt: notAhead(byServer(enteredAt)) };
}

/** What is wrong with a reported reading, field by field. `symptoms` are the codes of the community’s illness. */
export function readingFaults(
  input: ReadingInput,
  { receivedAt, symptoms, prefix = '' }: { receivedAt: Date; symptoms: readonly string[]; prefix?: string },
): FieldError[] {
  const faults = measureFaults({ ...input, ...serverTimes(input, receivedAt) }, receivedAt, prefix);
  if (input.symptoms.some((symptom) => !symptoms.includes(symptom)))
    faults.push({ path: `${prefix}symptoms`, code: 'choice' });
  if (input.correctionOf && !input.reason) faults.push({ path: `${prefix}reason`, code: 'required' });
  if (input.reason && !input.correctionOf) faults.push({ path: `${prefix}correctionOf`, code: 'required' });
  return faults;
}
