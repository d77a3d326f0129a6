import Taro from '@tarojs/taro';
import { homeOf, type pages } from './pages';
import { activeMembership, useSession } from './session';

type PageUrl = (typeof pages)[keyof typeof pages];

const addressOf = (url: string, params: Record<string, string> = {}): string => {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length ? `${url}?${query.join('&')}` : url;
};

/** Ids only in `params`: an address is seen by more eyes than the page. */
export const open = (url: PageUrl, params?: Record<string, string>): void =>
  void Taro.navigateTo({ url: addressOf(url, params) });

/** Takes the place of this page: going back does not come here again. */
export const replaceWith = (url: PageUrl, params?: Record<string, string>): void =>
  void Taro.redirectTo({ url: addressOf(url, params) });

export const goHome = (): void =>
  void Taro.reLaunch({ url: homeOf(activeMembership(useSession.getState().session)?.role) });

/** To the page before; after a reload there is none, then home. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goHome();
};
