import { useState } from 'react';
import { Cells, TextField } from '@/parts';
import { useCarryingWords } from './words';

interface ReasonProps {
  label: string;
  /** What it usually is; anything else is typed. */
  usual: readonly string[];
  value: string;
  onChange(value: string): void;
  fault?: string | undefined;
}

/** Why: one tap for what it usually is, own words for anything else. */
export function Reason({ label, usual, value, onChange, fault }: ReasonProps) {
  const { otherReason, ownWords } = useCarryingWords();
  const [isOwn, setOwn] = useState(value !== '' && !usual.includes(value));
  const choose = (chosen: string) => {
    setOwn(chosen === otherReason);
    onChange(chosen === otherReason ? '' : chosen);
  };
  return (
    <>
      <Cells
        label={label}
        whole
        value={isOwn ? otherReason : value}
        onChange={choose}
        {...(!isOwn && { fault })}
        options={[...usual, otherReason].map((text) => ({ value: text, label: text }))}
      />
      {isOwn && <TextField label={ownWords} value={value} onChange={onChange} max={200} fault={fault} />}
    </>
  );
}
