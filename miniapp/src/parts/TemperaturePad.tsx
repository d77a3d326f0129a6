import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { usePlainWords } from '@/words';
import { Fault } from './fields';
import { Icon } from './Icon';
import { spoken } from './spoken';
import { Tap } from './Tap';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '0', 'erase'];

interface PadProps {
  label: string;
  value: string;
  /** A digit, the point, or `erase`. */
  onKey(key: string): void;
  fault?: string | undefined;
  /** What the value gives reason to ask or to say, beside it. */
  aside?: ReactNode;
}

/** A temperature by large keys; nothing stands there before it was measured. */
export function TemperaturePad({ label, value, onKey, fault, aside }: PadProps) {
  const words = usePlainWords();
  return (
    <View className="field">
      <View className="card measure">
        <View className="label">{label}</View>
        <View className="figure" {...spoken({ role: 'status', label: `${label} ${value}` })}>
          {value}
          <Text className="blank">{'__._'.slice(value.length)}</Text>
          <Text className="title"> ℃</Text>
        </View>
        {fault && <Fault text={fault} />}
      </View>
      {aside}
      <View className="keys" {...spoken({ role: 'group', label })}>
        {keys.map((key) => (
          <Tap
            key={key}
            className="key"
            {...(key === 'erase' && { label: words.erase })}
            onTap={() => onKey(key)}
          >
            {key === 'erase' ? <Icon name="erase" /> : key}
          </Tap>
        ))}
      </View>
    </View>
  );
}
