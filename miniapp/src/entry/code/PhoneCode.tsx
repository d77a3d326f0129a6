import { View } from '@tarojs/components';
import { useCountdown } from '@/client/useCountdown';
import { Button, spoken, TextField } from '@/parts';
import type { usePhoneCode } from './usePhoneCode';
import { useCodeWords } from './words';

interface PhoneCodeProps {
  of: ReturnType<typeof usePhoneCode>;
  onEnter?: () => void;
}

/** The telephone, the button that sends a code there, and the field for it. */
export function PhoneCode({ of, onEnter }: PhoneCodeProps) {
  const words = useCodeWords();
  const left = useCountdown(of.againAt);
  return (
    <>
      <TextField
        label={words.phone}
        value={of.phone}
        onChange={of.setPhone}
        onEnter={() => void of.send()}
        fault={of.phoneFault}
        type="number"
        autoComplete="tel"
        max={20}
      />
      <Button
        kind={left ? 'plain' : 'tint'}
        label={left ? words.again(left) : words.ask}
        onTap={() => void of.send()}
      />
      {of.againAt > 0 && (
        <View className="help" {...spoken({ role: 'status' })}>
          {words.asked}
        </View>
      )}
      <TextField
        label={words.code}
        value={of.code}
        onChange={of.setCode}
        {...(onEnter && { onEnter })}
        fault={of.codeFault}
        type="number"
        max={6}
      />
    </>
  );
}
