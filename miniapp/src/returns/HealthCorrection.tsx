import type { FieldError } from '@shared/problems';
import { readingFaults } from '@shared/returns/rules';
import { now } from '@/client/clock';
import { Card, TextField } from '@/parts';
import { isComplete } from '@/parts/celsius';
import { type PersonForm, readingOf } from './declare/form';
import { HealthStep } from './declare/HealthStep';
import { useReturnWords } from './words';

interface HealthCorrectionProps {
  person: PersonForm;
  faultOf(path: string): string | undefined;
  onChange(change: (person: PersonForm) => Partial<PersonForm>): void;
  onReason(reason: string): void;
}

/** How somebody feels now, and why it differs; what was said before is kept, a temperature is a further one. */
export function HealthCorrection({ person, faultOf, onChange, onReason }: HealthCorrectionProps) {
  const words = useReturnWords();
  return (
    <>
      <HealthStep
        form={{ people: [person] }}
        person={person}
        faultOf={(path) => faultOf(path.replace('people.0.', ''))}
        onPerson={(_id, change) => onChange(change)}
      />
      <Card>
        <TextField label={words.why} value="" max={100} onChange={onReason} fault={faultOf('reason')} />
      </Card>
    </>
  );
}

/** What is sent of it: symptoms if that was answered, a reading if one was taken. */
export const healthBody = (person: PersonForm) => ({
  ...(person.unwell && { symptoms: person.unwell === 'yes' ? person.symptoms : [] }),
  ...readingOf(person),
});

/** What a correction of health asks for beyond the schema. */
export function healthFaults(person: PersonForm, reason: string): FieldError[] {
  const { unwell, symptoms, celsius } = person;
  const { reading } = healthBody(person) as { reading?: Parameters<typeof readingFaults>[0] };
  const missing = (path: string): FieldError => ({ path, code: 'required' });
  return [
    ...(unwell || celsius ? [] : [missing('unwell')]),
    ...(unwell === 'yes' && !symptoms.length ? [missing('symptoms')] : []),
    ...(celsius && !isComplete(celsius) ? [{ path: 'reading.celsius', code: 'format' as const }] : []),
    ...(reading && isComplete(celsius) ? readingFaults(reading, 'reading', now()) : []),
    ...(reason.trim() ? [] : [missing('reason')]),
  ];
}
