import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { isBrowser } from '@/client/send';
import { spoken } from './spoken';

const tags = { 2: 'h2', 3: 'h3' } as const;

interface HeadingProps {
  /** 2 stands under the title of the page, 3 inside a card. */
  level?: keyof typeof tags;
  look?: 'head' | 'section' | 'title' | 'door';
  children: ReactNode;
}

/** Words by which a screen reader jumps through a page. */
export function Heading({ level = 2, look = 'section', children }: HeadingProps) {
  const Tag = tags[level];
  if (isBrowser) return <Tag className={look}>{children}</Tag>;
  return (
    <View className={look} {...spoken({ role: 'heading' })}>
      {children}
    </View>
  );
}
