import { rosterRelations } from '@shared/roster/corrections';
import { Select, TextField } from '@/parts';
import { useResidentsWords } from './words';

interface NewcomerProps {
  relation: string;
  onChange(changes: { name?: string; relation?: string; phone?: string }): void;
  faultOf(path: string): string | undefined;
}

/** Somebody who moved in: the name, what they are to the head of the household, and a telephone if there is one. */
export function NewcomerFields({ relation, onChange, faultOf }: NewcomerProps) {
  const words = useResidentsWords();
  return (
    <>
      <TextField
        label={words.newName}
        value=""
        onChange={(name) => onChange({ name })}
        fault={faultOf('person.name')}
      />
      <Select
        label={words.relation}
        value={relation}
        onChange={(relation) => onChange({ relation })}
        fault={faultOf('person.relation')}
        options={rosterRelations.map((value) => ({ value, label: words.relations[value] ?? value }))}
      />
      <TextField
        label={words.optionalPhone}
        type="number"
        max={20}
        value=""
        onChange={(phone) => onChange({ phone })}
        fault={faultOf('person.phone')}
      />
    </>
  );
}
