import { gridLevels } from '@shared/grids/levels';
import type { GridView } from '@shared/grids/treeContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { goBack } from '@/client/navigate';
import { Button, Card, Heading, Notice, Page, Select, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { useGridWords } from '../grids/words';
import { EndGrid } from './EndGrid';
import { type GridForm, inputOf } from './form';
import { PatchFields, PeopleFields } from './PeopleFields';
import { ScopeEditor } from './ScopeEditor';

interface EditorProps {
  known: GridView | undefined;
  grids: GridView[];
  first: GridForm;
}

export function GridEditor({ known, grids, first }: EditorProps) {
  const words = useGridWords();
  const plain = usePlainWords();
  const [form, setForm] = useState(first);
  const [isSending, setSending] = useState(false);
  const { refusal, faultOf, show, showRefusal } = useFaults();
  const change = (fields: Partial<GridForm>) => setForm((before) => ({ ...before, ...fields }));
  const save = async () => {
    if (isSending) return;
    setSending(true);
    show([]);
    try {
      const body = inputOf(form);
      if (known)
        await call('updateGrid', { params: { id: known.id }, body: { seenVersion: known.version, ...body } });
      else await call('createGrid', { body });
      touched('grid');
      touched('gridMove');
      goBack();
    } catch (error) {
      showRefusal(error);
      touched('grid');
    }
    setSending(false);
  };
  const foot = (
    <Button label={isSending ? plain.sending : words.save} off={isSending} onTap={() => void save()} />
  );
  const isLeaf = !known || known.isLeaf;
  const isTop = known ? !known.parentId : grids.length === 0;
  return (
    <Page isWide title={known ? known.name : words.newTitle} foot={foot}>
      {refusal && <Notice>{refusal}</Notice>}
      <View className="columns">
        <View className="column">
          <Card>
            <TextField
              label={words.name}
              value={form.name}
              max={40}
              fault={faultOf('name')}
              onChange={(name) => change({ name })}
            />
            {!isTop && (
              <TreeFields form={form} known={known} grids={grids} change={change} faultOf={faultOf} />
            )}
            <Heading level={2}>{words.scope}</Heading>
            {isLeaf && !isTop ? (
              <ScopeEditor
                scope={form.scope}
                fault={faultOf('scope')}
                onChange={(scope) => change({ scope })}
              />
            ) : (
              <View className="under">{words.scopeBelow}</View>
            )}
          </Card>
        </View>
        <View className="column">
          <PeopleFields form={form} change={change} faultOf={faultOf} />
          {isLeaf && <PatchFields form={form} change={change} faultOf={faultOf} />}
          {known && !isTop && <EndGrid grid={known} />}
        </View>
      </View>
    </Page>
  );
}

interface TreeProps {
  form: GridForm;
  known: GridView | undefined;
  grids: GridView[];
  change(fields: Partial<GridForm>): void;
  faultOf(path: string): string | undefined;
}

/** Its level, and the grid above it: only coarser ones are offered. */
function TreeFields({ form, known, grids, change, faultOf }: TreeProps) {
  const words = useGridWords();
  const rank = (level: GridForm['level']) => (level ? gridLevels.indexOf(level) : gridLevels.length);
  const above = grids.filter(({ id, level }) => id !== known?.id && rank(level) < rank(form.level));
  return (
    <>
      <Select
        label={words.level}
        value={form.level}
        fault={faultOf('level')}
        options={gridLevels.slice(1).map((value) => ({ value, label: words.levels[value] }))}
        onChange={(level) => change({ level: level as GridForm['level'] })}
      />
      <Select
        label={words.parent}
        value={form.parentId}
        fault={faultOf('parentId')}
        options={above.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(parentId) => change({ parentId })}
      />
    </>
  );
}
