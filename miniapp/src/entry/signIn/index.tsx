import { useEffect } from 'react';
import { goHome } from '@/client/navigate';
import { isBrowser } from '@/client/send';
import { resumeSession, useSession } from '@/client/session';
import { useSettings } from '@/client/settings';
import { DemoEntry } from './DemoEntry';
import { Privacy } from './Privacy';
import { WechatEntry } from './WechatEntry';

/** First entry: privacy in plain words, then who one is. */
export default function SignIn() {
  const { consented } = useSettings();
  useEffect(() => {
    void resumeSession().then(() => {
      if (useSession.getState().state === 'signedIn') void goHome();
    });
  }, []);
  if (!consented) return <Privacy />;
  return isBrowser ? <DemoEntry /> : <WechatEntry />;
}
