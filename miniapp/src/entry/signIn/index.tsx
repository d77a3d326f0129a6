import { useEffect, useState } from 'react';
import { goHome, open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { isBrowser } from '@/client/send';
import { resumeSession, useSession } from '@/client/session';
import { useSettings } from '@/client/settings';
import { useIsDemo } from '@/client/useIsDemo';
import { Card, Line } from '@/parts';
import { useCodeWords } from '../code/words';
import { useSignInWords } from '../words';
import { DemoEntry } from './DemoEntry';
import { PhoneEntry } from './PhoneEntry';
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
  return consented ? <Ways /> : <Privacy />;
}

/** The usual way in on this device, and by telephone for everybody who has none of these. */
function Ways() {
  const words = useCodeWords();
  const { staff, anonymous } = useSignInWords();
  const demo = useIsDemo();
  const [isByPhone, setByPhone] = useState(false);
  const Usual = isBrowser ? DemoEntry : WechatEntry;
  // In a browser outside the demo the telephone is the only way in here.
  const hasUsual = !isBrowser || demo.data !== false;
  const ways = (
    <Card>
      {hasUsual && (
        <Line label={isByPhone ? words.backWay : words.phoneWay} onTap={() => setByPhone(!isByPhone)} />
      )}
      <Line label={staff} onTap={() => open(pages.staffSignIn)} />
      <Line label={anonymous} onTap={() => open(pages.anonymous)} />
      {demo.data && <Line label={words.demoPage} onTap={() => open(pages.demo)} />}
    </Card>
  );
  return isByPhone || !hasUsual ? <PhoneEntry ways={ways} /> : <Usual ways={ways} />;
}
