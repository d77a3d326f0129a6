import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button, Card, Heading } from '@/parts';
import { usePlainWords } from '@/words';
import { type StaffAction, useCarryingWords } from '../words';
import type { FormProps } from './formProps';

interface FormFrameProps extends Pick<FormProps, 'act' | 'isSending' | 'onDone'> {
  action: StaffAction;
  /** What goes with the step; null while something is missing, which is then said. */
  input: Record<string, unknown> | null;
  children(isTried: boolean): ReactNode;
}

/** What a step needs, and the step: the one thing to do while it is open. */
export function Form({ action, input, act, isSending, onDone, children }: FormFrameProps) {
  const words = useCarryingWords();
  const plain = usePlainWords();
  const [isTried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (input && (await act(action, input))) onDone();
  };
  return (
    <Card>
      <Heading>{words.begins[action]}</Heading>
      {children(isTried)}
      <View className="row pair">
        <Button kind="plain" label={plain.back} onTap={onDone} />
        <Button
          label={isSending ? plain.sending : words.does[action]}
          off={!input || isSending}
          onTap={() => void save()}
        />
      </View>
    </Card>
  );
}
