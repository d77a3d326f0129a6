import { View } from '@tarojs/components';
import { Icon, type Option, Select, spoken, Tap } from '@/parts';
import { useHelperWords } from './words';

interface ChosenProps {
  label: string;
  /** What the list to choose from says once something is chosen. */
  more: string;
  value: string[];
  onChange(value: string[]): void;
  options: Option[];
  fault?: string | undefined;
}

/** Some of many: chosen one after the other from a list, taken out by a tap. */
export function Chosen({ label, more, value, onChange, options, fault }: ChosenProps) {
  const words = useHelperWords();
  const known = options.filter((option) => value.includes(option.value));
  return (
    <>
      <Select
        label={label}
        value=""
        onChange={(one) => one && onChange([...value, one])}
        fault={fault}
        options={options.filter((option) => !value.includes(option.value))}
        {...(known.length && { blank: more })}
      />
      {known.length > 0 && (
        <View className="cells section" {...spoken({ role: 'group', label })}>
          {known.map((option) => (
            <Tap
              key={option.value}
              className="cell on"
              label={words.remove(option.label)}
              onTap={() => onChange(value.filter((one) => one !== option.value))}
            >
              {option.label}
              <Icon name="erase" size="small" />
            </Tap>
          ))}
        </View>
      )}
    </>
  );
}
