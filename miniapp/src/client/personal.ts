import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { isBrowser } from './send';

type Effect = 'hidden' | 'none';

/** Older phones do not know it, and iPhones keep only recordings away: data are masked all the same. */
function setCapture(visualEffect: Effect): void {
  void Promise.resolve(Taro.setVisualEffectOnCapture?.({ visualEffect })).catch(() => undefined);
}

/** Which page is in front: another one may be there before the last has heard that it is gone. */
let front: object | null = null;

/** A page with somebody’s data: no picture of it by the phone, and no card of it to a chat. Not in a browser. */
export function usePersonalPage(isPersonal: boolean): void {
  const page = useRef({});
  const guard = () => {
    if (isBrowser) return;
    front = page.current;
    setCapture(isPersonal ? 'hidden' : 'none');
    void Promise.resolve(Taro.hideShareMenu({})).catch(() => undefined);
  };
  const release = () => {
    if (front !== page.current) return;
    front = null;
    setCapture('none');
  };
  useDidShow(guard);
  useDidHide(release);
  // What is drawn later than the page is not told that it is shown, nor what is taken away for good that it is hidden.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for its life.
  useEffect(() => {
    guard();
    return release;
  }, []);
}
