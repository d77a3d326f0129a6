import { home14 } from '@shared/observation/policies/home14';
import { Button, Card, Cells, TextField } from '@/parts';
import { useChoiceWords, useResidentWords } from '../words';
import type { PersonForm } from './form';

interface Props {
  person: PersonForm;
  isFirst: boolean;
  faultOf(field: string): string | undefined;
  onChange(changes: Partial<PersonForm>): void;
  onRemove(): void;
}

/** One person of the family. Health is never prefilled. */
export function PersonFields({ person, isFirst, faultOf, onChange, onRemove }: Props) {
  const words = useResidentWords();
  const choices = useChoiceWords();
  const toggle = (code: string) =>
    onChange({
      symptoms: person.symptoms.includes(code)
        ? person.symptoms.filter((other) => other !== code)
        : [...person.symptoms, code],
    });
  return (
    <Card>
      <TextField
        label={words.name}
        value={person.name}
        onChange={(name) => onChange({ name })}
        fault={faultOf('name')}
      />
      <Cells
        label={words.docKind}
        value={person.docKind}
        onChange={(kind) => onChange({ docKind: kind as PersonForm['docKind'] })}
        options={(['residentId', 'passport', 'other'] as const).map((value) => ({
          value,
          label: choices[value],
        }))}
      />
      <TextField
        label={words.docNumber}
        type={person.docKind === 'residentId' ? 'idcard' : 'text'}
        value={person.docNumber}
        onChange={(docNumber) => onChange({ docNumber })}
        fault={faultOf('document')}
      />
      {isFirst && (
        <TextField
          label={words.phone}
          type="number"
          value={person.phone}
          onChange={(phone) => onChange({ phone })}
          fault={faultOf('phone')}
        />
      )}
      <Cells
        label={words.unwell}
        value={person.unwell}
        onChange={(unwell) => onChange({ unwell: unwell as PersonForm['unwell'] })}
        fault={faultOf('unwell')}
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
          fault={faultOf('symptoms')}
          options={home14.illness.symptoms.map((value) => ({
            value,
            label: value === 'other' ? choices.otherSymptom : choices[value as 'fever'],
          }))}
        />
      )}
      <TextField
        label={words.temperature}
        type="digit"
        value={person.celsius}
        onChange={(celsius) => onChange({ celsius })}
        fault={faultOf('reading')}
      />
      {!isFirst && <Button kind="plain" label={words.remove} onTap={onRemove} />}
    </Card>
  );
}
