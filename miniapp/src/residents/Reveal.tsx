import type { ResidentField } from '@shared/roster/residents';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { Cells, dial, Line, Link } from '@/parts';
import { useShortly } from './useShortly';
import { useResidentsWords } from './words';

const reasons = ['call', 'verify', 'visit', 'emergency'] as const;

interface RevealProps {
  id: string;
  field: ResidentField;
  label: string;
  masked: string;
  onFail(error: unknown): void;
}

/** A masked field: first why, then the original for ten seconds. Whoever wants to call is put through. */
export function Reveal({ id, field, label, masked, onFail }: RevealProps) {
  const words = useResidentsWords();
  const [isAsked, setAsked] = useState(false);
  const [value, setValue] = useShortly();
  const show = async (reason: string) => {
    setAsked(false);
    try {
      const body = { field, reason: reason as (typeof reasons)[number] };
      const opened = await call('revealField', { params: { id }, body });
      setValue(opened.value);
      if (field === 'phone' && reason === 'call' && opened.value) dial(opened.value);
    } catch (error) {
      onFail(error);
    }
  };
  return (
    <>
      <Line
        label={
          <>
            <View className="help">{label}</View>
            <View>{value ?? masked}</View>
            {value && <View className="help">{words.revealed}</View>}
          </>
        }
        value={!value && !isAsked && <Link label={words.reveal} onTap={() => setAsked(true)} />}
      />
      {isAsked && (
        <Cells
          label={words.why}
          value=""
          onChange={(reason) => void show(reason)}
          options={reasons.map((reason) => ({ value: reason, label: words.reasons[reason] ?? reason }))}
        />
      )}
    </>
  );
}
