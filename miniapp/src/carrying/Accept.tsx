import type { ErrandView } from '@shared/requests/errandView';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button, Notice } from '@/parts';
import { noteTooLate } from './tooLate';
import { useCarrying } from './useCarrying';
import { useCarryingWords } from './words';

/** One tap accepts it, from a list; beside it what else can be done. */
export function Accept({ of, children }: { of: Pick<ErrandView, 'id' | 'version'>; children: ReactNode }) {
  const words = useCarryingWords();
  const { act, isSending, refusal } = useCarrying(of);
  const accept = async () => {
    if (!(await act('accept'))) noteTooLate(of.id);
  };
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      <View className="row pair">
        {children}
        <Button kind="tint" label={words.begins.accept} off={isSending} onTap={() => void accept()} />
      </View>
    </>
  );
}
