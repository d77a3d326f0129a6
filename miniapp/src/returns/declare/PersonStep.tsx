import { relations } from '@shared/returns/declaration';
import { documentKinds } from '@shared/roster/identity';
import { Button, Card, Cells, Heading, TextField } from '@/parts';
import { useChoiceWords, useRelationWord, useReturnWords } from '@/returns/words';
import type { PersonForm } from './form';
import type { StepProps } from './stepProps';
import { useDeclareWords } from './words';

/** Who somebody is, as far as the roster does not know it already. */
export function PersonStep({
  form,
  household,
  faultOf,
  onPeople,
  onPerson,
  onSource,
  person,
}: StepProps & { person: PersonForm }) {
  const words = useReturnWords();
  const own = useDeclareWords();
  const choices = useChoiceWords();
  const relationWord = useRelationWord();
  const row = form.people.indexOf(person);
  const known = household?.people.find(({ residentId }) => residentId === person.residentId);
  const fault = (field: string) => faultOf(`people.${row}.${field}`);
  const change = (changes: Partial<PersonForm>) => onPerson(person.id, () => changes);
  // A browser fills in what belongs to whoever holds the phone, nobody else’s.
  const isOwn = row === 0 && (household ? known?.isMe === true : form.source === 'self');
  const others = form.people.filter(({ id }) => id !== person.id);
  const remove = () =>
    onPeople((before) => before.filter(({ id }) => id !== person.id), household ? 'who' : 'check');
  return (
    <Card>
      {row === 0 && !household && form.via !== 'desk' && (
        <Cells
          label={own.forWhom}
          halves
          value={form.source}
          onChange={(source) => onSource(source as 'self')}
          fault={faultOf('source')}
          options={[
            { value: 'self', label: own.forMe },
            { value: 'family', label: own.forFamily },
          ]}
        />
      )}
      {known && <Heading look="title">{known.name}</Heading>}
      {!known && (
        <TextField
          label={words.name}
          value={person.name}
          onChange={(name) => change({ name })}
          fault={fault('name')}
          autoComplete={isOwn ? 'name' : undefined}
        />
      )}
      {row > 0 && (
        <Cells
          label={own.relation(form.people[0]?.name || own.someone)}
          value={person.relation}
          onChange={(relation) => change({ relation: relation as 'child' })}
          fault={fault('relation')}
          options={relations.slice(1).map((value) => ({ value, label: relationWord(value) }))}
        />
      )}
      {!known?.hasDocument && (
        <>
          <Cells
            label={words.docKind}
            value={person.docKind}
            onChange={(docKind) => change({ docKind: docKind as 'passport', docNumber: '' })}
            options={documentKinds.map((value) => ({ value, label: choices[value] }))}
          />
          <TextField
            key={person.docKind}
            label={person.docKind === 'none' ? own.reason : words.docNumber}
            type={person.docKind === 'residentId' ? 'idcard' : 'text'}
            value={person.docNumber}
            onChange={(docNumber) => change({ docNumber })}
            fault={fault('document')}
          />
        </>
      )}
      {!known?.hasPhone && (
        <TextField
          label={row === 0 ? words.phone : own.optionalPhone}
          type="number"
          max={30}
          value={person.phone}
          onChange={(phone) => change({ phone })}
          fault={fault('phone')}
          autoComplete={isOwn ? 'tel' : undefined}
        />
      )}
      {others.length > 0 && !known && <Button kind="plain" label={own.remove} onTap={remove} />}
    </Card>
  );
}
