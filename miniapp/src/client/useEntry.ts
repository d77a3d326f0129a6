import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { create } from 'zustand';
import { goHome } from './navigate';
import { pages } from './pages';
import { queryClient } from './queryClient';
import { endSession, lastAccount, resumeSession, useSession } from './session';

/** Where somebody was when the session ended by itself. */
interface Interrupted {
  /** Empty: whoever signs in now, for an address that was posted for all. */
  accountId: string;
  url: string;
}
export const useInterrupted = create<{ by: Interrupted | null }>(() => ({ by: null }));

/** Whose session it is, for as long as the session did not end by a wish. */
let holder = '';

/** A page that needs somebody signed in: renews the session after a reload, or goes to the sign-in. Drafts stay. */
export function useEntry(): boolean {
  const state = useSession((session) => session.state);
  useEffect(() => {
    if (state !== 'signedOut') holder = lastAccount() || holder;
    if (state === 'unknown') void resumeSession();
    if (state === 'signedOut') {
      if (holder || isPosted()) useInterrupted.setState({ by: { accountId: holder, url: addressNow() } });
      holder = '';
      void Taro.reLaunch({ url: pages.signIn });
    }
  }, [state]);
  const mustChange = useSession(({ session }) => session?.account.mustChangePassword ?? false);
  useEffect(() => {
    // With a one-time password there is one page, whatever address was opened.
    if (mustChange && !addressNow().startsWith(pages.password)) void Taro.reLaunch({ url: pages.password });
  }, [mustChange]);
  return state === 'signedIn';
}

/** After the sign-in: back to the page on which the same person was interrupted, otherwise home. */
export async function goOn(accountId: string): Promise<void> {
  const { by } = useInterrupted.getState();
  useInterrupted.setState({ by: null });
  if (by && (by.accountId === accountId || !by.accountId)) return void (await Taro.reLaunch({ url: by.url }));
  queryClient.clear();
  await goHome();
}

/** Signs out by a wish: the page sees it and goes to the sign-in, which leads home. */
export function leave(): void {
  holder = '';
  endSession();
}

/** What an address may carry: ids, and the building of a posted notice. */
const kept = [
  ...['id', 'partyId', 'householdId', 'residentId', 'readingId', 'mends'],
  ...['communityId', 'estate', 'building', 'scene'],
];

/** The code of a posted notice led here, and nobody is signed in yet. */
const isPosted = (): boolean => {
  const { communityId, scene } = Taro.getCurrentInstance().router?.params ?? {};
  return Boolean(communityId || scene);
};

/** The address of this page; without what Taro adds to it. */
function addressNow(): string {
  const { path = pages.home, params = {} } = Taro.getCurrentInstance().router ?? {};
  const query = Object.entries(params)
    .filter(([name]) => kept.includes(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(decodeURIComponent(String(value)))}`);
  return `/${path.replace(/^\//, '').split('?')[0]}${query.length ? `?${query.join('&')}` : ''}`;
}
