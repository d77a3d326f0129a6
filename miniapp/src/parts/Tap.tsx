import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { isBrowser } from '@/client/send';
import { spoken } from './spoken';

export interface TapProps {
  onTap(): void;
  className?: string;
  /** Spoken instead of the content; needed where that is a drawing only. */
  label?: string;
  /** A choice that can be on or off. */
  isOn?: boolean;
  children?: ReactNode;
}

/** Whatever can be tapped: a real button in a browser, a view that is spoken as one in a mini-program. */
export function Tap({ onTap, className = '', label, isOn, children }: TapProps) {
  if (isBrowser) {
    return (
      <button
        type="button"
        className={`tap ${className}`}
        aria-label={label}
        aria-pressed={isOn}
        onClick={() => onTap()}
      >
        {children}
      </button>
    );
  }
  return (
    <View
      className={`tap ${className}`}
      hoverClass="pressed"
      {...spoken({ role: 'button', label, isOn })}
      onClick={() => onTap()}
    >
      {children}
    </View>
  );
}
