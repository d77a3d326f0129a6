import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useEffect, useRef } from 'react';
import { useEndedMandate } from '@/client/endedMandate';
import { goBack } from '@/client/navigate';
import { usePersonalPage } from '@/client/personal';
import { isBrowser } from '@/client/send';
import { changeSettings, useSettings } from '@/client/settings';
import { usePlainWords } from '@/words';
import { Link } from './basics';
import { EndedMandate } from './EndedMandate';
import { Icon } from './Icon';
import { PrivacyAsk } from './PrivacyAsk';
import { Acting, ForWhom, Strips } from './Strips';
import { Tap } from './Tap';
import { Watermark } from './Watermark';

interface PageProps {
  title: string;
  /** A first page has no way back. */
  isHome?: boolean;
  onBack?: () => void;
  /** For whom this is filled in, when it is somebody else. */
  strip?: string | undefined;
  /** The one thing to do, within reach of the thumb. */
  foot?: ReactNode;
  /** Who reads a list of other people’s data. */
  watermark?: string;
  isWide?: boolean;
  /** Nothing of anybody is on it: pictures of it may be taken. */
  isPublic?: boolean;
  children: ReactNode;
}

/** The root of every page: tokens, size, where one is, the way back, what is wrong with the network. */
export function Page({
  title,
  isHome,
  onBack = () => goBack(),
  strip,
  foot,
  watermark,
  isWide,
  isPublic = false,
  children,
}: PageProps) {
  const { elder } = useSettings();
  const words = usePlainWords();
  useEffect(() => {
    // The title bar of the mini-program; a browser has none, the page draws its own.
    if (isBrowser) document.title = title;
    else void Taro.setNavigationBarTitle({ title });
  }, [title]);
  const heading = useFocusedHeading(title);
  usePersonalPage(!isPublic);
  const ended = useEndedMandate(({ of }) => of);
  return (
    <View className={elder ? 'page elder' : 'page'}>
      <View className={isWide ? 'bar wide' : 'bar'}>
        {isBrowser && !isHome && (
          <Tap className="link back" label={words.back} onTap={onBack}>
            <Icon name="back" />
          </Tap>
        )}
        {isBrowser ? (
          <h1 className="grow" tabIndex={-1} ref={heading}>
            {title}
          </h1>
        ) : (
          <View className="grow" />
        )}
        <Link label={elder ? words.normal : words.elder} onTap={() => changeSettings({ elder: !elder })} />
      </View>
      <Strips />
      {strip ? <ForWhom words={strip} /> : <Acting />}
      <Main>
        <View className={isWide ? 'body wide' : 'body'}>
          {ended ? <EndedMandate of={ended} /> : children}
        </View>
        {foot && !ended && <View className="foot">{foot}</View>}
        {!isBrowser && <PrivacyAsk />}
      </Main>
      {watermark && <Watermark text={watermark} />}
    </View>
  );
}

const Main = ({ children }: { children: ReactNode }) =>
  isBrowser ? <main className="main">{children}</main> : <View className="main">{children}</View>;

/** In a browser a new page, and a new step of one, is read from its heading on. */
function useFocusedHeading(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another title is another step.
  useEffect(() => focus(heading.current), [title]);
  useDidShow(() => focus(heading.current));
  return heading;
}

function focus(heading: HTMLHeadingElement | null): void {
  if (!heading) return;
  const held = document.activeElement;
  const isHere = held?.closest('.page') === heading.closest('.page');
  // Whoever is in the midst of the page stays there; what leads to the next step does not keep the focus.
  if (!held || !isHere || held.closest('.foot, .back')) heading.focus({ preventScroll: true });
}
