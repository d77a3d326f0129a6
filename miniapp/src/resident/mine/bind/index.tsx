import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { goHome } from '@/client/navigate';
import { pages } from '@/client/pages';
import { isBrowser } from '@/client/send';
import { resumeSession, useSession } from '@/client/session';
import { useSettings } from '@/client/settings';
import { Privacy } from '@/entry/signIn/Privacy';
import { Button, Loading, Page, State } from '@/parts';
import { ByInvitation } from './ByInvitation';
import { ByPhone } from './ByPhone';
import { SignInHere } from './SignInHere';
import { useBindWords } from './words';

/** This phone becomes the phone of a resident: with the code that staff show, or by the telephone on file. */
export default function Bind() {
  const words = useBindWords();
  const { consented } = useSettings();
  const state = useSession((session) => session.state);
  const { code, asks } = useInvitation();
  const [door, setDoor] = useState<string>();
  useEffect(() => void resumeSession(), []);
  if (!consented) return <Privacy />;
  if (door !== undefined)
    return (
      <Page isHome title={words.title} foot={<Button label={words.home} onTap={() => void goHome()} />}>
        <State icon="done" words={`${words.done(door)}。${words.doneHelp}`} />
      </Page>
    );
  if (state === 'unknown')
    return (
      <Page title={words.title}>
        <Loading />
      </Page>
    );
  if (state === 'signedOut') return <SignInHere />;
  return code ? <ByInvitation code={code} asks={asks} onDone={setDoor} /> : <ByPhone onDone={setDoor} />;
}

/** What the address brought; taken out of it at once, so that it stays in no history. A mini-program’s code has it as `scene`. */
function useInvitation() {
  const { params } = useRouter();
  const [invitation] = useState(() => ({
    code: params.code ?? params.scene ?? '',
    asks: params.asks === 'phone' ? ('phone' as const) : ('document' as const),
  }));
  useEffect(() => {
    if (isBrowser && params.code) window.history.replaceState(null, '', `#${pages.bind}`);
  }, [params.code]);
  return invitation;
}
