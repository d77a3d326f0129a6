import type { DutyView } from '@shared/grids/absenceContract';
import { View } from '@tarojs/components';
import { useStaff } from '@/client/queries/grids';
import { useIdentityWords } from '@/entry/words';
import { Button, Card, Heading, Line, Link, Select, TextField } from '@/parts';
import { useGridWords } from '../grids/words';
import type { GridForm, PatchForm } from './form';
import { ScopeEditor } from './ScopeEditor';

interface PartProps {
  form: GridForm;
  change(fields: Partial<GridForm>): void;
  faultOf(path: string): string | undefined;
}

const useOptions = () => {
  const { roles } = useIdentityWords();
  const { data = [] } = useStaff();
  const labelOf = ({ name, role, grids }: DutyView) =>
    `${name} ${roles[role]}${grids.length ? ` · ${grids[0]?.name}` : ''}`;
  return data
    .filter(({ role }) => role === 'worker' || role === 'leader')
    .map((person) => ({ value: person.membershipId, label: labelOf(person) }));
};

/** Who answers in this grid: worker, deputies in the order in which they are asked, leader. */
export function PeopleFields({ form, change, faultOf }: PartProps) {
  const words = useGridWords();
  const options = useOptions();
  const { deputyIds } = form;
  return (
    <Card>
      <Heading level={2}>{words.who}</Heading>
      <Select
        label={words.primary}
        value={form.primaryId}
        options={options}
        fault={faultOf('primaryId')}
        onChange={(primaryId) => change({ primaryId })}
      />
      <Select
        label={words.leader}
        value={form.leaderId}
        options={options}
        fault={faultOf('leaderId')}
        onChange={(leaderId) => change({ leaderId })}
      />
      {deputyIds.map((id, i) => (
        <Line
          key={id}
          label={`${words.deputies} ${i + 1} · ${options.find(({ value }) => value === id)?.label ?? ''}`}
          value={
            <Link
              label={words.remove}
              onTap={() => change({ deputyIds: deputyIds.filter((one) => one !== id) })}
            />
          }
        />
      ))}
      <Select
        key={deputyIds.join()}
        label={words.deputy}
        value=""
        options={options.filter(({ value }) => !deputyIds.includes(value))}
        fault={faultOf('deputyIds')}
        onChange={(id) => id && change({ deputyIds: [...deputyIds, id] })}
      />
    </Card>
  );
}

/** The parts of the grid that one person each answers for. */
export function PatchFields({ form, change, faultOf }: PartProps) {
  const words = useGridWords();
  const options = useOptions();
  const { patches } = form;
  const set = (i: number, fields: Partial<PatchForm>) =>
    change({ patches: patches.map((patch, n) => (n === i ? { ...patch, ...fields } : patch)) });
  const add = () => change({ patches: [...patches, { name: '', scope: [], workerId: '' }] });
  return (
    <Card>
      <Heading level={2}>{words.patches}</Heading>
      {patches.map((patch, i) => (
        <View className="section" key={patch.id ?? `new ${i}`}>
          <Line
            label={words.patch(i + 1)}
            value={
              <Link
                label={words.removeOf(words.patch(i + 1))}
                onTap={() => change({ patches: patches.filter((_, n) => n !== i) })}
              />
            }
          />
          <TextField
            label={words.patchName}
            value={patch.name}
            max={40}
            fault={faultOf(`patches.${i}.name`)}
            onChange={(name) => set(i, { name })}
          />
          <Select
            label={words.patchWorker}
            value={patch.workerId}
            options={options}
            fault={faultOf(`patches.${i}.workerId`)}
            onChange={(workerId) => set(i, { workerId })}
          />
          <ScopeEditor
            scope={patch.scope}
            fault={faultOf(`patches.${i}.scope`)}
            onChange={(scope) => set(i, { scope })}
          />
        </View>
      ))}
      <Button kind="tint" label={words.addPatch} onTap={add} />
    </Card>
  );
}
