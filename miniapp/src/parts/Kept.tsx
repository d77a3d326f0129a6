import type { ReactNode } from 'react';
import { useSettling } from '@/client/useSettling';
import { State } from './Async';
import { Button } from './basics';
import { Page } from './Page';

interface KeptProps {
  title: string;
  words: string;
  /** The way on, for whoever has read it. */
  next: { label: string; onTap(): void };
  isHome?: boolean;
  children?: ReactNode;
}

/**
 * Nothing came back: it waits on this phone. The way on comes in the place of the button that was tapped last, and after a while: the
 * second of two taps does not lead away from what is to be read.
 */
export function Kept({ title, words, next, isHome = false, children }: KeptProps) {
  const { isSettled } = useSettling(false);
  return (
    <Page isHome={isHome} title={title} foot={isSettled && <Button {...next} />}>
      <State icon="clock" words={words} />
      {children}
    </Page>
  );
}
