import { home14 } from '@shared/observation/policies';
import { readingMethods } from '@shared/temperatures/reading';
import { now } from '@/client/clock';
import { Card, Cells, Notice, TemperaturePad } from '@/parts';
import { isComplete } from '@/parts/celsius';
import { useChoiceWords, useSymptomWord } from '@/returns/words';
import type { PersonForm } from './form';
import type { StepProps } from './stepProps';
import { useDeclareWords } from './words';

/** How somebody feels. Nothing is filled in beforehand, and a temperature only if it was measured. */
export function HealthStep({ form, faultOf, onPerson, person }: StepProps & { person: PersonForm }) {
  const words = useDeclareWords();
  const symptomWord = useSymptomWord();
  const row = form.people.indexOf(person);
  const fault = (field: string) => faultOf(`people.${row}.${field}`);
  const change = (changes: Partial<PersonForm>) => onPerson(person.id, changes);
  const toggle = (code: string) =>
    change({
      symptoms: person.symptoms.includes(code)
        ? person.symptoms.filter((other) => other !== code)
        : [...person.symptoms, code],
    });
  const { feverCelsius, symptoms } = home14.illness;
  return (
    <>
      <Card>
        <Cells
          label={words.unwell}
          halves
          value={person.unwell}
          onChange={(unwell) => change({ unwell: unwell as 'no' })}
          fault={fault('unwell')}
          options={[
            { value: 'no', label: words.well },
            { value: 'yes', label: words.ill },
          ]}
        />
        {person.unwell === 'yes' && (
          <Cells
            label={words.symptoms}
            value={person.symptoms}
            onChange={toggle}
            fault={fault('symptoms')}
            options={symptoms.map((value) => ({ value, label: symptomWord(value) }))}
          />
        )}
      </Card>
      {isComplete(person.celsius) && Number(person.celsius) >= feverCelsius && (
        <Notice kind="waiting">{words.again}</Notice>
      )}
      <TemperaturePad
        label={words.temperature}
        value={person.celsius}
        onChange={(celsius) => change({ celsius, takenAt: now().toISOString(), isConfirmed: false })}
        fault={fault('reading.celsius')}
      />
      {person.celsius && <Measured person={person} fault={fault} onChange={change} />}
    </>
  );
}

interface MeasuredProps {
  person: PersonForm;
  fault(field: string): string | undefined;
  onChange(changes: Partial<PersonForm>): void;
}

/** What belongs to a temperature that was measured. */
function Measured({ person, fault, onChange }: MeasuredProps) {
  const words = useDeclareWords();
  const choices = useChoiceWords();
  return (
    <Card>
      {fault('reading.celsius') && isComplete(person.celsius) && (
        <Cells
          label={words.unusual}
          value={person.isConfirmed ? 'yes' : ''}
          onChange={() => onChange({ isConfirmed: !person.isConfirmed })}
          options={[{ value: 'yes', label: words.measuredAgain }]}
        />
      )}
      <Cells
        label={words.method}
        value={person.method}
        onChange={(method) => onChange({ method: method as 'ear' })}
        fault={fault('reading.method')}
        options={readingMethods.map((value) => ({ value, label: choices[value] }))}
      />
      <Cells
        label={words.medicine}
        halves
        value={person.medicine}
        onChange={(medicine) => onChange({ medicine: medicine as 'no' })}
        fault={fault('reading.medicine')}
        options={[
          { value: 'no', label: words.no },
          { value: 'yes', label: words.yes },
        ]}
      />
    </Card>
  );
}
