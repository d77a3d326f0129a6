import { Input } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { isBrowser } from '@/client/send';

interface FigureInputProps {
  label: string;
  isWrong: boolean;
  /** Whose turn it is. */
  isNext: boolean;
  onText(text: string): void;
  onEnter(): void;
}

/** A temperature by the keyboard: Enter ends it. Uncontrolled, so that the caret stays. */
export function FigureInput({ label, isWrong, isNext, onText, onEnter }: FigureInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNext) input.current?.focus();
  }, [isNext]);
  const className = isWrong ? 'input wrong' : 'input';
  if (isBrowser)
    return (
      <input
        ref={input}
        className={className}
        aria-label={label}
        aria-invalid={isWrong}
        inputMode="decimal"
        autoComplete="off"
        maxLength={8}
        onChange={(e) => onText(e.target.value)}
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && onEnter()}
      />
    );
  return (
    <Input
      className={className}
      ariaLabel={label}
      type="digit"
      maxlength={8}
      focus={isNext}
      confirmType="next"
      onInput={(e) => onText(e.detail.value)}
      onConfirm={onEnter}
    />
  );
}
