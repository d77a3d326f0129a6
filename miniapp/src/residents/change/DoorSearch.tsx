import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { Async, Button, Cells, TextField } from '@/parts';
import { useResidentsWords } from '../words';
import { useChangeWords } from './words';

interface DoorSearchProps {
  value: string;
  fault?: string | undefined;
  onChange(dwellingId: string, door: string): void;
}

/** A door of the own grids, as neighbours say it; of the same door in two estates one is chosen. */
export function DoorSearch({ value, fault, onChange }: DoorSearchProps) {
  const words = useChangeWords();
  const { door: label, find } = useResidentsWords();
  const [typed, setTyped] = useState('');
  const [door, setDoor] = useState('');
  const doors = useQuery({
    queryKey: ['dwelling', door],
    queryFn: () => call('listDwellings', { query: { door } }),
    enabled: door !== '',
  });
  const items = doors.data?.items ?? [];
  const look = () => {
    onChange('', '');
    setDoor(typed.trim());
  };
  return (
    <>
      <TextField label={label} value="" onChange={setTyped} onEnter={look} fault={fault} />
      <Button kind="tint" label={find} off={!typed.trim()} onTap={look} />
      {door !== '' && (
        <Async query={doors} empty={items.length === 0 && <View className="under">{words.noDoor}</View>}>
          <Cells
            label={words.whichDoor}
            whole
            value={value}
            onChange={(id) => onChange(id, items.find((one) => one.id === id)?.door ?? '')}
            options={items.map(({ id, address, door: at }) => ({
              value: id,
              label: [address.estate, at].filter(Boolean).join(' '),
            }))}
          />
        </Async>
      )}
    </>
  );
}
