import type { ReactNode } from 'react';
import { Pad } from './Pad';

interface TemperaturePadProps {
  label: string;
  value: string;
  /** A digit, the point, or `erase`. */
  onKey(key: string): void;
  fault?: string | undefined;
  /** What the value gives reason to ask or to say, beside it. */
  aside?: ReactNode;
}

/** A temperature by large keys; nothing stands there before it was measured. */
export const TemperaturePad = (props: TemperaturePadProps) => (
  <Pad {...props} blank="__._" unit="℃" point="." />
);
