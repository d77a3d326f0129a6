import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useInterrupted } from '@/client/useEntry';
import { Button, Notice, Page } from '@/parts';
import { useSignInWords } from '../words';
import { Head } from './Head';

interface EntryPageProps {
  isEntering: boolean;
  failure: string;
  /** Something is still missing. */
  off?: boolean;
  onEnter(): void;
  children?: ReactNode;
}

/** The screen on which somebody says who they are, whatever the way in. */
export function EntryPage({ isEntering, failure, off = false, onEnter, children }: EntryPageProps) {
  const words = useSignInWords();
  const isInterrupted = useInterrupted(({ by }) => by !== null);
  return (
    <Page
      isHome
      isPublic
      title={words.title}
      foot={
        <Button label={isEntering ? words.entering : words.enter} off={isEntering || off} onTap={onEnter} />
      }
    >
      <Head>{words.welcome}</Head>
      <View className="under">{words.slogan}</View>
      {isInterrupted && !failure && <Notice kind="waiting">{words.expired}</Notice>}
      {failure && <Notice>{failure}</Notice>}
      {children}
    </Page>
  );
}
