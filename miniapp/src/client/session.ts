import type { SessionView } from '@shared/accounts/contract';
import { contracts } from '@shared/contracts';
import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { Problem } from './problem';
import { isBrowser, send } from './send';

interface SessionState {
  /** `unknown` until the first refresh has answered. */
  state: 'unknown' | 'signedOut' | 'signedIn';
  session: SessionView | null;
}
export const useSession = create<SessionState>(() => ({ state: 'unknown', session: null }));

const refreshKey = 'refreshToken';

/** Keeps a session. In a browser the refresh token is a cookie that scripts cannot read. */
export function keepSession(session: SessionView): void {
  if (!isBrowser && session.refreshToken) Taro.setStorageSync(refreshKey, session.refreshToken);
  useSession.setState({ state: 'signedIn', session });
}

export function forgetSession(): void {
  Taro.removeStorageSync(refreshKey);
  useSession.setState({ state: 'signedOut', session: null });
}

let refreshing: Promise<SessionView> | null = null;

/** One refresh for all calls that wait for it; in a browser one tab at a time. */
export function refreshSession(): Promise<SessionView> {
  refreshing ??= oneTabAtATime(askRefresh).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function askRefresh(): Promise<SessionView> {
  const refreshToken = isBrowser ? undefined : (Taro.getStorageSync(refreshKey) as string) || undefined;
  try {
    const session = (await send(contracts.refreshSession, { body: { refreshToken } })) as SessionView;
    keepSession(session);
    return session;
  } catch (error) {
    if (error instanceof Problem) forgetSession();
    throw error;
  }
}

function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  const locks = isBrowser ? navigator.locks : undefined;
  return locks ? (locks.request('nuanlin-refresh', work) as Promise<T>) : work();
}

export const activeMembership = (session: SessionView | null) =>
  session?.account.memberships.find(({ id }) => id === session.account.active) ?? null;

/** Does something with the access token; an expired or stale one is renewed once. */
export async function withToken<T>(use: (token: string | undefined) => Promise<T>): Promise<T> {
  try {
    return await use(useSession.getState().session?.accessToken);
  } catch (error) {
    if (!(error instanceof Problem) || !['session.expired', 'session.stale'].includes(error.code))
      throw error;
    return use((await refreshSession()).accessToken);
  }
}
