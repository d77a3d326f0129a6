import { rosterRelations } from '@shared/roster/corrections';
import { documentKinds } from '@shared/roster/identity';
import { residences } from '@shared/roster/residents';
import { Card, Cells, TextField } from '@/parts';
import { useChoiceWords } from '@/returns/words';
import { useKeyGroups, useResidentsWords } from '../words';
import { DayField } from './DayField';
import type { FillProps } from './fillProps';
import { useChangeWords } from './words';

export function NameFields({ form, onChange, faultOf }: FillProps) {
  const { anew } = useChangeWords();
  return (
    <Card>
      <TextField
        label={anew.name}
        value={form.name}
        onChange={(name) => onChange({ name })}
        fault={faultOf('set.name')}
      />
    </Card>
  );
}

export function PhoneFields({ form, onChange, faultOf }: FillProps) {
  const { anew } = useChangeWords();
  return (
    <Card>
      <TextField
        label={anew.phone}
        type="number"
        max={20}
        value={form.phone}
        onChange={(phone) => onChange({ phone })}
        fault={faultOf('set.phone')}
      />
    </Card>
  );
}

export function NoteFields({ form, onChange, faultOf }: FillProps) {
  const { anew } = useChangeWords();
  return (
    <Card>
      <TextField
        label={anew.note}
        max={300}
        value={form.note}
        onChange={(note) => onChange({ note })}
        fault={faultOf('set.note')}
      />
    </Card>
  );
}

export function DocumentFields({ form, onChange, faultOf }: FillProps) {
  const { anew } = useChangeWords();
  const choices = useChoiceWords();
  return (
    <Card>
      <Cells
        label={anew.documentKind}
        halves
        value={form.documentKind}
        onChange={(documentKind) => onChange({ documentKind, documentNumber: '' })}
        options={documentKinds.map((value) => ({ value, label: choices[value] }))}
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

export function RelationFields({ form, onChange, faultOf }: FillProps) {
  const words = useResidentsWords();
  return (
    <Card>
      <Cells
        label={words.relation}
        value={form.relation}
        onChange={(relation) => onChange({ relation })}
        fault={faultOf('set.relation')}
        options={rosterRelations.map((value) => ({ value, label: words.relations[value] ?? value }))}
      />
    </Card>
  );
}

export function SexFields({ form, onChange, faultOf }: FillProps) {
  const { names, sexes } = useChangeWords();
  return (
    <Card>
      <Cells
        label={names.sex}
        value={form.sex}
        onChange={(sex) => onChange({ sex })}
        fault={faultOf('set.sex')}
        options={(['female', 'male'] as const).map((value) => ({ value, label: sexes[value] }))}
      />
    </Card>
  );
}

export function ResidenceFields({ form, onChange, faultOf }: FillProps) {
  const { names } = useChangeWords();
  const words = useResidentsWords();
  return (
    <Card>
      <Cells
        label={names.residence}
        halves
        value={form.residence}
        onChange={(residence) => onChange({ residence })}
        fault={faultOf('set.residence')}
        options={residences.map((value) => ({ value, label: words.residences[value] ?? value }))}
      />
    </Card>
  );
}

export function CanUsePhoneFields({ form, onChange, faultOf }: FillProps) {
  const { names, uses } = useChangeWords();
  return (
    <Card>
      <Cells
        label={names.canUsePhone}
        halves
        value={form.canUsePhone}
        onChange={(canUsePhone) => onChange({ canUsePhone })}
        fault={faultOf('set.canUsePhone')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: uses[value] }))}
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
  const toggle = (group: string) =>
    onChange({
      keyGroups: form.keyGroups.includes(group)
        ? form.keyGroups.filter((one) => one !== group)
        : [...form.keyGroups, group],
    });
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
