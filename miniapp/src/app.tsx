import './client/polyfill';
import './client/jitless';
import { QueryClientProvider } from '@tanstack/react-query';
import { mergeInternalComponents } from '@tarojs/shared';
import { useDidHide, useDidShow } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { keepProgram } from './client/keepProgram';
import { startLive, stopLive } from './client/live';
import { startOutbox, stopOutbox } from './client/outbox';
import { listenForPrivacy } from './client/privacyAsk';
import { queryClient } from './client/queryClient';
import { isBrowser } from './client/send';
import './parts/parts.scss';
import { spokenAttributes } from './parts/spokenAttributes';

if (!isBrowser) mergeInternalComponents(spokenAttributes);
keepProgram();
listenForPrivacy();

/** The whole program: one query client for all pages, the live channel and the outbox while it is in front. */
export default function App({ children }: PropsWithChildren) {
  useDidShow(() => {
    startLive();
    startOutbox();
  });
  useDidHide(() => {
    stopLive();
    stopOutbox();
  });
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
