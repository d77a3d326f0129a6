import { TextField } from '@/parts';
import { table, useWords } from '@/words';

const words = table(
  {
    estate: '小区名',
    building: '几号楼',
    unit: '几单元（没有可不填）',
    floor: '几层（不知道可不填）',
    room: '房号',
  },
  {
    estate: 'Estate',
    building: 'Building',
    unit: 'Unit (if any)',
    floor: 'Floor (if known)',
    room: 'Room',
  },
);

type Part = keyof (typeof words)['zh'];
const parts: Part[] = ['estate', 'building', 'unit', 'floor', 'room'];

interface AddressFieldsProps {
  address: Record<Part, string>;
  faultOf(path: string): string | undefined;
  onChange(changes: Partial<Record<Part, string>>): void;
}

/** An address that is in no list, part by part. */
export function AddressFields({ address, faultOf, onChange }: AddressFieldsProps) {
  const labels = useWords(words);
  return (
    <>
      {parts.map((part) => (
        <TextField
          key={part}
          label={labels[part]}
          value={address[part]}
          max={part === 'estate' ? 40 : 20}
          onChange={(value) => onChange({ [part]: value })}
          fault={faultOf(`address.${part}`)}
        />
      ))}
    </>
  );
}
