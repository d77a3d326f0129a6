import { needsRangeConfirmation, readingMethods } from '@shared/temperatures/reading';
import { now } from '@/client/clock';
import { useIllness } from '@/client/queries/illness';
import { Call, Card, Cells, Notice, TemperaturePad } from '@/parts';
import { isComplete, typed } from '@/parts/celsius';
import { useChoiceWords, useSymptomWord } from '@/returns/words';
import { usePlainWords } from '@/words';
import type { Form, PersonForm } from './form';
import type { StepProps } from './stepProps';
import { useDeclareWords } from './words';

interface HealthProps extends Pick<StepProps, 'faultOf' | 'onPerson'> {
  form: Pick<Form, 'people'> & Partial<Pick<Form, 'place'>>;
  person: PersonForm;
}

/** How somebody feels. Nothing is filled in beforehand, and a temperature only if it was measured. */
export function HealthStep({ form, faultOf, onPerson, person }: HealthProps) {
  const words = useDeclareWords();
  const plain = usePlainWords();
  const symptomWord = useSymptomWord();
  const { feverCelsius, symptoms } = useIllness(form.place?.communityId);
  const row = form.people.indexOf(person);
  const fault = (field: string) => faultOf(`people.${row}.${field}`);
  const change = (changes: Partial<PersonForm>) => onPerson(person.id, () => changes);
  const toggle = (code: string) =>
    onPerson(person.id, (newest) => ({
      symptoms: newest.symptoms.includes(code)
        ? newest.symptoms.filter((other) => other !== code)
        : [...newest.symptoms, code],
    }));
  const isHot = isComplete(person.celsius) && Number(person.celsius) >= feverCelsius;
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
        {person.unwell === 'yes' && person.symptoms.includes('breathlessness') && (
          <Call kind="danger" label={plain.call120} phone="120" />
        )}
      </Card>
      <TemperaturePad
        label={words.temperature}
        value={person.celsius}
        onKey={(key) =>
          onPerson(person.id, ({ celsius }) => ({
            celsius: typed(celsius, key),
            takenAt: now().toISOString(),
            isConfirmed: false,
          }))
        }
        fault={fault('reading.celsius') ?? fault('reading.takenAt')}
      />
      {isHot && <Notice kind="waiting">{words.again(feverCelsius.toFixed(1))}</Notice>}
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
      {isComplete(person.celsius) && needsRangeConfirmation(Number(person.celsius)) && (
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
