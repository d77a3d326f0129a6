import Taro from '@tarojs/taro';
import { isBrowser } from './send';

/** Brings the first thing of a class on this page before the eyes, once it has been drawn. */
export function scrollTo(className: string): void {
  setTimeout(() => {
    if (!isBrowser)
      return void Taro.pageScrollTo({ selector: `.${className}`, offsetTop: -120, duration: 0 });
    const shown = Array.from(document.querySelectorAll(`.${className}`)).find(
      (one) => one.getClientRects().length,
    );
    shown?.scrollIntoView({ block: 'center' });
  }, 50);
}
