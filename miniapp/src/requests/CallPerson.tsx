import type { CaseKindName } from '@shared/requests/kinds';
import { call as callStep } from '@shared/requests/kinds/steps';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { call } from '@/client/call';
import { useDraft } from '@/client/useDraft';
import { Button, Card, Cells, dial, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { stepAction } from './stepAction';
import type { Act } from './useActing';
import { useRequestWords } from './words';

interface CallOf {
  id: string;
  kind: CaseKindName;
  actions: readonly string[];
}

/** One tap puts through: the number is opened and recorded then; what came of the call is asked and kept as a step. */
export function CallPerson({ of, act, beside }: { of: CallOf; act: Act; beside?: ReactNode }) {
  const words = useRequestWords();
  // The call itself may push the program out of the phone’s memory.
  const [called, setCalled] = useDraft<'yes'>(`called:${of.id}`);
  const [hasNone, setNone] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const ring = async () => {
    try {
      const { value } = await call('revealRequestPhone', {
        params: { id: of.id },
        body: { field: 'phone', reason: 'call' },
      });
      setNone(!value);
      if (!value) return;
      setCalled('yes');
      dial(value);
    } catch (error) {
      showRefusal(error);
    }
  };
  const keep = async (result: string) => {
    if (await act(stepAction(of.kind, of.actions, result), { step: 'call', result })) setCalled('');
  };
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      {hasNone && <Notice kind="waiting">{words.noPhone}</Notice>}
      <View className="row pair">
        <Button kind={beside ? 'plain' : 'tint'} icon="call" label={words.call} onTap={() => void ring()} />
        {beside}
      </View>
      {called && (
        <Card kind="waiting">
          <Cells
            label={words.howCall}
            value=""
            onChange={(result) => void keep(result)}
            options={Object.keys(callStep.results).map((value) => ({
              value,
              label: words.results[value] ?? value,
            }))}
          />
        </Card>
      )}
    </>
  );
}
