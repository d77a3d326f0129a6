import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { usePlainWords } from '@/words';
import { Fault } from './fields';
import { Icon } from './Icon';
import { spoken } from './spoken';
import { Tap } from './Tap';

const rows = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

interface PadProps {
  label: string;
  value: string;
  /** What stands where nothing is typed yet. */
  blank: string;
  unit?: string;
  /** Has a key of its own beside the digits. */
  point?: string;
  /** A digit, the point, or `erase`. */
  onKey(key: string): void;
  fault?: string | undefined;
  /** What the value gives reason to ask or to say, beside it. */
  aside?: ReactNode;
}

/** A few figures by large keys; nothing stands there before it was typed. */
export function Pad({ label, value, blank, unit, point = '', onKey, fault, aside }: PadProps) {
  const words = usePlainWords();
  return (
    <View className="field">
      <View className="card measure">
        <View className="label">{label}</View>
        <View className="figure" {...spoken({ role: 'status', label: `${label} ${value}` })}>
          {value}
          <Text className="blank">{blank.slice(value.length)}</Text>
          {unit && <Text className="title"> {unit}</Text>}
        </View>
        {fault && <Fault text={fault} />}
      </View>
      {aside}
      <View className="keys" {...spoken({ role: 'group', label })}>
        {[...rows, point, '0'].map((key) =>
          key ? (
            <Tap key={key} className="key" onTap={() => onKey(key)}>
              {key}
            </Tap>
          ) : (
            <View key="none" className="key none" />
          ),
        )}
        <Tap className="key" label={words.erase} onTap={() => onKey('erase')}>
          <Icon name="erase" />
        </Tap>
      </View>
    </View>
  );
}
