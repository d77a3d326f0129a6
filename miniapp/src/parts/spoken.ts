import { isBrowser } from '@/client/send';

interface Spoken {
  role?: 'alert' | 'status' | 'group' | 'img' | 'button' | 'heading';
  label?: string | undefined;
  isHidden?: boolean;
  isOn?: boolean | undefined;
}

/** What a screen reader is told. Browsers and mini-programs spell it differently. */
export function spoken({ role, label, isHidden, isOn }: Spoken): object {
  const live = role === 'alert' ? 'assertive' : role === 'status' ? 'polite' : undefined;
  const told: [browser: string, miniProgram: string, value: unknown][] = [
    ['role', 'ariaRole', role],
    ['aria-label', 'ariaLabel', label],
    ['aria-live', 'ariaLive', live],
    ['aria-hidden', 'ariaHidden', isHidden],
    ['aria-pressed', 'ariaChecked', isOn],
  ];
  return Object.fromEntries(
    told
      .filter(([, , value]) => value !== undefined)
      .map(([browser, mini, value]) => [isBrowser ? browser : mini, value]),
  );
}
