import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { pages } from './pages';
import { resumeSession, useSession } from './session';

/** A page that needs somebody signed in: renews the session after a reload, or goes to the sign-in. Drafts stay. */
export function useEntry(): boolean {
  const state = useSession((session) => session.state);
  useEffect(() => {
    if (state === 'unknown') void resumeSession();
    if (state === 'signedOut') void Taro.reLaunch({ url: pages.signIn });
  }, [state]);
  return state === 'signedIn';
}
