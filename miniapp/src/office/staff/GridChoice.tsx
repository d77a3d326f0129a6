import { View } from '@tarojs/components';
import { useGridNames } from '@/client/queries/staff';
import { Async, Icon, Select, spoken, Tap } from '@/parts';
import { useStaffPageWords } from './words';

interface GridChoiceProps {
  value: string[];
  onChange(value: string[]): void;
  fault?: string | undefined;
}

/** The grids somebody answers for: chosen one after the other, taken out by a tap. */
export function GridChoice({ value, onChange, fault }: GridChoiceProps) {
  const words = useStaffPageWords();
  const grids = useGridNames();
  const all = grids.data ?? [];
  const nameOf = (id: string) => all.find((grid) => grid.value === id)?.label ?? '';
  return (
    <Async query={grids}>
      {value.length > 0 && (
        <View className="cells section" {...spoken({ role: 'group', label: words.grids })}>
          {value.map((id) => (
            <Tap
              key={id}
              className="cell on"
              label={words.remove(nameOf(id))}
              onTap={() => onChange(value.filter((one) => one !== id))}
            >
              {nameOf(id)}
              <Icon name="erase" size="small" />
            </Tap>
          ))}
        </View>
      )}
      <Select
        label={value.length ? words.addGrid : words.grids}
        value=""
        onChange={(id) => id && onChange([...value, id])}
        fault={fault}
        options={all.filter((grid) => !value.includes(grid.value))}
      />
    </Async>
  );
}
