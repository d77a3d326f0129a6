import { faultsOf } from '@shared/faults';
import type { Illness } from '@shared/observation/policies';
import type { FieldError } from '@shared/problems';
import { Declaration } from '@shared/returns/declaration';
import { journeyFaults, peopleFaults } from '@shared/returns/rules';
import { isFever } from '@shared/temperatures/fever';
import { isComplete } from '@/parts/celsius';
import { bodyOf, type Form, type Household, type PersonForm } from './form';

/** `journey`, `where`, `place`, `person:<id>`, `health:<id>`, `check`: the screens of this declaration, in order. */
export function stepsOf(form: Form, household: Household | null): string[] {
  const people = form.people.flatMap((person) => [
    ...(isKnown(person, form, household) ? [] : [`person:${person.id}`]),
    `health:${person.id}`,
  ]);
  return [
    'journey',
    ...(household ? ['who'] : []),
    ...(form.place.where === 'home' ? [] : ['place']),
    ...people,
    'check',
  ];
}

/** Whether the roster answers everything about who this is. */
function isKnown(person: PersonForm, form: Form, household: Household | null): boolean {
  const known = household?.people.find(({ residentId }) => residentId === person.residentId);
  const isFirst = form.people[0]?.id === person.id;
  return Boolean(known?.hasDocument && (!isFirst || known.hasPhone) && person.relation);
}

/** The screen on which a field stands, by its path in the contract. */
export function stepOfPath(path: string, form: Form, steps: string[]): string {
  const [, row, field] = /^people\.(\d+)\.(\w+)/.exec(path) ?? [];
  const person = row && form.people[Number(row)];
  if (person) {
    const isHealth = ['symptoms', 'reading', 'unwell'].includes(field ?? '');
    const own = `${isHealth ? 'health' : 'person'}:${person.id}`;
    return steps.includes(own) ? own : 'check';
  }
  if (/^(dwellingId|communityId|address)/.test(path)) return steps.includes('place') ? 'place' : 'who';
  if (path === 'source') return steps.find((step) => step.startsWith('person')) ?? 'check';
  if (path.startsWith('people')) return steps.includes('who') ? 'who' : 'check';
  return 'journey';
}

/** Everything that is wrong, by the same schema and rules as the server's. Answered health is asked for here only. */
export function faultsIn(form: Form, household: Household | null, now: Date): FieldError[] {
  const body = bodyOf(form, household);
  const parsed = Declaration.safeParse(body, { reportInput: true });
  const faults = [
    ...(parsed.success ? [] : faultsOf(parsed.error)),
    ...peopleFaults(body.people as Parameters<typeof peopleFaults>[0], now),
    ...journeyFaults(body, now),
    ...(household || form.source || form.via === 'desk' ? [] : [missing('source')]),
    ...placeFaults(form),
    ...phoneFaults(form, household),
    ...form.people.flatMap(healthFaults),
  ];
  return faults.filter(({ path }, i) => faults.findIndex((fault) => fault.path === path) === i);
}

function placeFaults({ place }: Form): FieldError[] {
  if (place.where === 'typed') return place.communityId ? [] : [missing('communityId')];
  return place.where === 'list' && !place.dwellingId ? [missing('dwellingId')] : [];
}

function phoneFaults({ people: [first] }: Form, household: Household | null): FieldError[] {
  const known = household?.people.find(({ residentId }) => residentId === first?.residentId);
  return first && !first.phone && !known?.hasPhone ? [missing('people.0.phone')] : [];
}

const missing = (path: string): FieldError => ({ path, code: 'required' });

function healthFaults({ unwell, symptoms, celsius }: PersonForm, i: number): FieldError[] {
  return [
    ...(unwell ? [] : [missing(`people.${i}.unwell`)]),
    ...(unwell === 'yes' && !symptoms.length ? [missing(`people.${i}.symptoms`)] : []),
    ...(celsius && !isComplete(celsius)
      ? [{ path: `people.${i}.reading.celsius`, code: 'format' as const }]
      : []),
  ];
}

/** Whether somebody of this form has a fever by the rule of the illness. */
export const hasFever = ({ people }: Form, illness: Illness): boolean =>
  people.some(({ unwell, symptoms, celsius, medicine }) =>
    isFever(
      {
        symptoms: unwell === 'yes' ? symptoms : [],
        medicine: medicine === 'yes',
        ...(isComplete(celsius) && { celsius: Number(celsius) }),
      },
      illness,
    ),
  );
