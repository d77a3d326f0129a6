import { Input } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { isBrowser } from '@/client/send';

interface FigureInputProps {
  label: string;
  /** What stands in it at first: typed before, and not taken. */
  text: string;
  isWrong: boolean;
  /** Whose turn it is. */
  isNext: boolean;
  onText(text: string): void;
  onEnter(): void;
}

/** A temperature by the keyboard: Enter ends it. Uncontrolled, so that the caret stays. */
export function FigureInput({ label, text, isWrong, isNext, onText, onEnter }: FigureInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [first] = useState(text);
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
        defaultValue={first}
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
      value={first}
      type="digit"
      maxlength={8}
      focus={isNext}
      confirmType="next"
      onInput={(e) => onText(e.detail.value)}
      onConfirm={onEnter}
    />
  );
}
