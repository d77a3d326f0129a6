import Taro from '@tarojs/taro';
import { homeOf, type PageUrl, pages } from './pages';
import { activeMembership, resumeSession, useSession } from './session';

export type { PageUrl } from './pages';

const addressOf = (url: string, params: Record<string, string> = {}): string => {
  const query = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return query.length ? `${url}?${query.join('&')}` : url;
};

const doubleTapMs = 800;
const never = { url: '', at: 0 };
let last = never;

/** Ids only in `params`: an address is seen by more eyes than the page. A double tap opens a page once. */
export function open(page: PageUrl, params?: Record<string, string>): void {
  const url = addressOf(page, params);
  if (url === last.url && Date.now() - last.at < doubleTapMs) return;
  last = { url, at: Date.now() };
  void Taro.navigateTo({ url }).catch(() => undefined);
}

/** Takes the place of this page: going back does not come here again. False where the page could not be opened. */
export const replaceWith = (url: PageUrl, params?: Record<string, string>): Promise<boolean> =>
  Taro.redirectTo({ url: addressOf(url, params) }).then(
    () => true,
    () => false,
  );

/** The same, but a page that lies just below is gone back to: it does not lie there twice. */
export function landOn(url: PageUrl, params?: Record<string, string>): void {
  const [below] = Taro.getCurrentPages().slice(-2, -1);
  const isBelow = below?.route?.replace(/^\//, '') === url.slice(1);
  if (isBelow) goBack();
  else replaceWith(url, params);
}

/** To the home of the role; after a reload the session has to be known first. */
export async function goHome(): Promise<void> {
  last = never;
  await resumeSession();
  const { state, session } = useSession.getState();
  const home = session?.account.mustChangePassword ? pages.password : homeOf(activeMembership(session)?.role);
  await Taro.reLaunch({ url: state === 'signedIn' ? home : pages.signIn });
}

/** To the page before, or as many pages; after a reload there are none, then home. */
export const goBack = (steps = 1): void => {
  last = never;
  if (Taro.getCurrentPages().length > steps) void Taro.navigateBack({ delta: steps });
  else void goHome();
};
