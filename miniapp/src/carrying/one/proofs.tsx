import { Pad, TextField } from '@/parts';
import { PhotoField } from '@/photos/PhotoField';
import { useCarryingWords } from '../words';
import type { FormProps } from './formProps';

export const codeDigits = 4;
export type Means = 'code' | 'photo' | 'name';

interface ProofProps extends Pick<FormProps, 'faultOf'> {
  value: string;
  onChange(value: string): void;
  /** Somebody wanted to save it already: what is missing is said. */
  isTried: boolean;
}

/** The four figures that the household says. */
function Code({ value, onChange, isTried, faultOf }: ProofProps) {
  const words = useCarryingWords();
  const wrong = faultOf('doorCode');
  const onKey = (key: string) => {
    // After a wrong code another one begins.
    const before = wrong && value.length === codeDigits ? '' : value;
    onChange(key === 'erase' ? value.slice(0, -1) : (before + key).slice(0, codeDigits));
  };
  return (
    <Pad
      label={words.code}
      value={value}
      blank="____"
      onKey={onKey}
      fault={(isTried && value.length < codeDigits && words.codeFault) || wrong}
    />
  );
}

/** What stands in front of the door. */
function DoorPhoto({ value, onChange, isTried, faultOf }: ProofProps) {
  const words = useCarryingWords();
  const fault = (isTried && !value && words.photoFault) || faultOf('photoFileId');
  return (
    <PhotoField
      label={words.photo}
      use="evidence"
      isKeepable
      value={value}
      onChange={onChange}
      fault={fault}
    />
  );
}

/** Who opened, where the household has no phone to read a code on. */
function Opener({ value, onChange, isTried, faultOf }: ProofProps) {
  const words = useCarryingWords();
  const fault = (isTried && !value.trim() && words.write) || faultOf('answeredBy');
  return <TextField label={words.answeredBy} max={40} value={value} onChange={onChange} fault={fault} />;
}

export const proofs = { code: Code, photo: DoorPhoto, name: Opener } as const satisfies Record<
  Means,
  (props: ProofProps) => unknown
>;
