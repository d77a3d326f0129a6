import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { call } from '@/client/call';
import { EntryPage } from './EntryPage';
import { useEntering } from './useEntering';

/** In the mini-program: as the owner of this WeChat. */
export function WechatEntry({ ways }: { ways: ReactNode }) {
  const { enter, isEntering, failure } = useEntering();
  return (
    <EntryPage isEntering={isEntering} failure={failure} onEnter={() => void enter(askWechat)}>
      {ways}
    </EntryPage>
  );
}

export async function askWechat() {
  const { code } = await Taro.login();
  return call('createWechatSession', { body: { code } });
}
