import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { refreshSession, useSession } from './session';

/** A page that needs somebody signed in: renews the session after a reload, or goes to the sign-in. Drafts stay. */
export function useEntry(): boolean {
  const state = useSession((session) => session.state);
  useEffect(() => {
    if (state === 'unknown') refreshSession().catch(() => useSession.setState({ state: 'signedOut' }));
    if (state === 'signedOut') void Taro.reLaunch({ url: '/entry/signIn/index' });
  }, [state]);
  return state === 'signedIn';
}
