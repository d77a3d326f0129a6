import { rosterRelations } from '@shared/roster/corrections';
import { documentKinds } from '@shared/roster/identity';
import { residences } from '@shared/roster/residents';
import { Card, Cells, type Option, TextField } from '@/parts';
import { useChoiceWords } from '@/returns/words';
import { useKeyGroups, useResidentsWords } from '../words';
import { DayField } from './DayField';
import type { FillProps } from './fillProps';
import { useChangeWords } from './words';

/** Something that is written anew: what stands there is masked. */
const written = (field: 'name' | 'phone' | 'note', how: { type?: 'number'; max?: number } = {}) =>
  function Written({ form, onChange, faultOf }: FillProps) {
    const { anew } = useChangeWords();
    return (
      <Card>
        <TextField
          label={anew[field]}
          {...how}
          value={form[field]}
          onChange={(value) => onChange({ [field]: value })}
          fault={faultOf(`set.${field}`)}
        />
      </Card>
    );
  };

/** One of a few; what the entry has is chosen. */
const chosen = (
  field: 'relation' | 'sex' | 'residence' | 'canUsePhone',
  useOptions: () => Option[],
  halves = true,
) =>
  function Chosen({ form, onChange, faultOf }: FillProps) {
    const { names } = useChangeWords();
    return (
      <Card>
        <Cells
          label={names[field]}
          halves={halves}
          value={form[field]}
          onChange={(value) => onChange({ [field]: value })}
          fault={faultOf(`set.${field}`)}
          options={useOptions()}
        />
      </Card>
    );
  };

const labelled = (values: readonly string[], words: Record<string, string>): Option[] =>
  values.map((value) => ({ value, label: words[value] ?? value }));

export const NameFields = written('name');
export const PhoneFields = written('phone', { type: 'number', max: 20 });
export const NoteFields = written('note', { max: 300 });
export const RelationFields = chosen(
  'relation',
  () => labelled(rosterRelations, useResidentsWords().relations),
  false,
);
export const SexFields = chosen('sex', () => labelled(['female', 'male'], useChangeWords().sexes));
export const ResidenceFields = chosen('residence', () =>
  labelled(residences, useResidentsWords().residences),
);
export const CanUsePhoneFields = chosen('canUsePhone', () => labelled(['yes', 'no'], useChangeWords().uses));

export function DocumentFields({ form, onChange, faultOf }: FillProps) {
  const { anew } = useChangeWords();
  return (
    <Card>
      <Cells
        label={anew.documentKind}
        halves
        value={form.documentKind}
        onChange={(documentKind) => onChange({ documentKind, documentNumber: '' })}
        options={labelled(documentKinds, useChoiceWords())}
      />
      <TextField
        key={form.documentKind}
        label={form.documentKind === 'none' ? anew.noDocument : anew.document}
        type={form.documentKind === 'residentId' ? 'idcard' : 'text'}
        max={40}
        value={form.documentNumber}
        onChange={(documentNumber) => onChange({ documentNumber })}
        fault={faultOf('set.document')}
      />
    </Card>
  );
}

export function BirthDateFields({ form, onChange, faultOf }: FillProps) {
  const { names } = useChangeWords();
  return (
    <Card>
      <DayField
        label={names.birthDate}
        value={form.birthDate}
        onChange={(birthDate) => onChange({ birthDate })}
        fault={faultOf('set.birthDate')}
      />
    </Card>
  );
}

/** Those of the list, and what the roster has beyond it. */
export function KeyGroupFields({ about, form, onChange, faultOf }: FillProps) {
  const { names } = useChangeWords();
  const { word, options } = useKeyGroups();
  const listed = options.map(({ value }) => value as string);
  const others = about.file.keyGroups.filter((group) => !listed.includes(group));
  const toggle = (group: string) => {
    const rest = form.keyGroups.filter((one) => one !== group);
    onChange({ keyGroups: rest.length < form.keyGroups.length ? rest : [...rest, group] });
  };
  return (
    <Card>
      <Cells
        label={names.keyGroups}
        halves
        value={form.keyGroups}
        onChange={toggle}
        fault={faultOf('set.keyGroups')}
        options={[...options, ...others.map((value) => ({ value, label: word(value) }))]}
      />
    </Card>
  );
}
