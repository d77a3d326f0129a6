import type { FieldError } from '@shared/problems';
import { celsiusMax, celsiusMin } from '@shared/temperatures/reading';
import { measureFaults } from '@shared/temperatures/rules';
import { serverTime } from '@/client/clock';
import { isMeasured, type PersonForm, takenAtOf } from './form';

/** What one person’s screen still lacks, field by field, before it is sent. `prefix` as in the paths of the form. */
export function faultsOf(person: PersonForm, now: Date, prefix = ''): FieldError[] {
  const missing = (path: string): FieldError => ({ path: prefix + path, code: 'required' });
  const isUnwell = person.unwell === 'yes';
  const hasAnswer = person.symptoms.length > 0 || person.medicine === 'yes';
  return [
    ...celsiusFaults(person, prefix),
    ...timeFaults(person, now, prefix),
    ...(person.method ? [] : [missing('method')]),
    ...(person.unwell ? [] : [missing('unwell')]),
    ...(isUnwell && !person.medicine ? [missing('medicine')] : []),
    ...(isUnwell && person.medicine === 'no' && !hasAnswer ? [missing('symptoms')] : []),
    ...(person.correctionOf && !person.reason ? [missing('reason')] : []),
  ];
}

function celsiusFaults(person: PersonForm, prefix: string): FieldError[] {
  const path = `${prefix}celsius`;
  if (!person.celsius) return [{ path, code: 'required' }];
  if (!isMeasured(person)) return [{ path, code: 'format' }];
  const value = Number(person.celsius);
  if (value < celsiusMin) return [{ path, code: 'tooSmall' }];
  return value > celsiusMax ? [{ path, code: 'tooBig' }] : [];
}

const isWhole = (takenAt: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(takenAt);

/** What has to be asked once more stands here too: a value that is rare, a time long ago. */
function timeFaults(person: PersonForm, now: Date, prefix: string): FieldError[] {
  const path = `${prefix}takenAt`;
  if (person.takenAt ? !isWhole(person.takenAt) : person.closed) return [{ path, code: 'required' }];
  if (!isMeasured(person)) return [];
  const byServer = (at: string) => serverTime(Date.parse(at));
  const measured = {
    celsius: Number(person.celsius),
    takenAt: byServer(takenAtOf(person)),
    enteredAt: byServer(person.enteredAt),
    confirmed: person.confirmed,
  };
  return measureFaults(measured, now, prefix);
}
