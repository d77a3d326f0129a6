import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ResidentSearch, useResidents } from '@/client/queries/residents';
import { Async, Button, Card, Cells, State, TextField } from '@/parts';
import { searchOf } from '../searchOf';
import { useResidentsWords } from '../words';
import type { FillProps } from './fillProps';
import { useChangeWords } from './words';

/** Who of the roster it is: first those of the same name or telephone, then whoever is looked for. */
export function SameFields({ about, form, onChange, faultOf }: FillProps) {
  const words = useChangeWords();
  const { ask, find, recorded, relations, age } = useResidentsWords();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState<ResidentSearch>({ alike: about.file.id });
  const found = useResidents({ ...search, provisional: 'false' });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const look = () => {
    const next = searchOf(typed);
    onChange({ intoResidentId: '' });
    if (next) setSearch(next);
  };
  return (
    <>
      <Card>
        <Async
          query={found}
          empty={
            items.length === 0 && (
              <State icon="person" words={search.alike ? words.noneAlike : words.noneFound} />
            )
          }
        >
          <Cells
            label={search.alike ? words.alike : words.which}
            whole
            value={form.intoResidentId}
            onChange={(id) => {
              const one = items.find((item) => item.id === id);
              onChange({ intoResidentId: id, into: one ? `${one.door} ${one.name}` : '' });
            }}
            fault={faultOf('intoResidentId')}
            options={items.map((one) => ({
              value: one.id,
              label: [
                one.door,
                one.name,
                relations[one.relation],
                one.age === null ? '' : age(one.age),
                one.phone,
              ]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </Async>
      </Card>
      <Card>
        <TextField label={ask} value="" onChange={setTyped} onEnter={look} />
        <Button kind="tint" label={find} off={!typed.trim()} onTap={look} />
        <View className="help">{recorded}</View>
      </Card>
    </>
  );
}
