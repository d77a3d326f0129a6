import Taro from '@tarojs/taro';
import { call } from '@/client/call';
import { EntryPage } from './EntryPage';
import { useEntering } from './useEntering';

/** In the mini-program: as the owner of this WeChat. */
export function WechatEntry() {
  const { enter, isEntering, failure } = useEntering();
  return <EntryPage isEntering={isEntering} failure={failure} onEnter={() => void enter(askWechat)} />;
}

async function askWechat() {
  const { code } = await Taro.login();
  return call('createWechatSession', { body: { code } });
}
