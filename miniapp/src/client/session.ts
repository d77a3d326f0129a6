import type { SessionView } from '@shared/accounts/contract';
import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { noteEndedMandate } from './endedMandate';
import { forgetPhoneStore, keep, openPhoneStore, read } from './phoneStore';
import { dropPhotos } from './photoStore';
import { isBusy, Problem } from './problem';
import { routes } from './routes';
import { isBrowser, send } from './send';
import { forgetWishes } from './wishKeys';

interface SessionState {
  /** `unknown` until the first refresh has answered. */
  state: 'unknown' | 'signedOut' | 'signedIn';
  session: SessionView | null;
}
export const useSession = create<SessionState>(() => ({ state: 'unknown', session: null }));

const refreshKey = 'refreshToken';

const lastKey = 'lastAccount';
const leavingKey = 'leaving';
const leavingMs = 3000;

/** Who was signed in on this phone last, until the session is over. */
export const lastAccount = (): string => (Taro.getStorageSync(lastKey) as string) || '';

/** Keeps a session. In a browser the refresh token is a cookie that scripts cannot read. */
export async function keepSession(session: SessionView): Promise<void> {
  const { account, refreshToken } = session;
  if (!isBrowser && refreshToken) Taro.setStorageSync(refreshKey, refreshToken);
  await openPhoneStore(account.id);
  noteEndedMandate(read(account.id, 'account'), account);
  keep(account.id, 'account', account);
  Taro.setStorageSync(lastKey, account.id);
  // Whoever signed in since has another session.
  Taro.removeStorageSync(leavingKey);
  useSession.setState({ state: 'signedIn', session });
}

/** The session is over; what was typed stays for whoever signs in again as the same account. */
export function forgetSession(): void {
  Taro.removeStorageSync(refreshKey);
  Taro.removeStorageSync(lastKey);
  forgetWishes();
  useSession.setState({ state: 'signedOut', session: null });
}

/** The server looked, and refused: a busy one ends nobody's session. */
const isRefused = (error: unknown): boolean => error instanceof Problem && !isBusy(error);

/** Without a network: whoever was here last, with what is kept on the phone; a token comes with the network. */
function restoreSession(): void {
  const accountId = Taro.getStorageSync(lastKey) as string;
  const account = accountId ? read<SessionView['account']>(accountId, 'account') : null;
  if (account)
    useSession.setState({ state: 'signedIn', session: { account, accessToken: '', expiresIn: 0 } });
  else useSession.setState({ state: 'signedOut' });
}

let leaving: Promise<void> = Promise.resolve();
/** Whoever signs in next on this phone waits for the one before to have left; not for ever. */
export const hasLeft = (): Promise<void> => leaving;

/** Signs out: here at once and in any case, on the server now or, without a network, at the next start. */
export function endSession(): void {
  const accountId = useSession.getState().session?.account.id;
  Taro.setStorageSync(leavingKey, { refreshToken: keptRefreshToken() });
  if (accountId) {
    forgetPhoneStore(accountId);
    // What is left without its key is nobody’s.
    void dropPhotos(accountId, { onlyOld: false }).catch(() => undefined);
  }
  forgetSession();
  leaving = Promise.race([finishLeaving(), new Promise<void>((resolve) => setTimeout(resolve, leavingMs))]);
}

async function finishLeaving(): Promise<void> {
  const leaving = Taro.getStorageSync(leavingKey) as { refreshToken?: string } | '';
  if (!leaving) return;
  try {
    // Renewed once more, because only an access token can end a session; it is not kept.
    const { accessToken } = (await send(routes.refreshSession, { body: leaving })) as SessionView;
    await send(routes.endSession, { token: accessToken });
  } catch (error) {
    if (!isRefused(error)) return;
  }
  Taro.removeStorageSync(leavingKey);
}

/** At the start: renews the session, or goes on with what is on the phone. */
export async function resumeSession(): Promise<void> {
  if (useSession.getState().state !== 'unknown') return;
  await finishLeaving();
  // Signed out, and the server does not know it yet: its cookie must not bring the session back.
  if (Taro.getStorageSync(leavingKey)) return forgetSession();
  try {
    await refreshSession();
  } catch (error) {
    if (!isRefused(error)) restoreSession();
  }
}

let refreshing: Promise<SessionView> | null = null;

/** One refresh for all calls that wait for it; in a browser one tab at a time. */
export function refreshSession(): Promise<SessionView> {
  refreshing ??= oneTabAtATime(askRefresh).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

const keptRefreshToken = (): string | undefined =>
  isBrowser ? undefined : (Taro.getStorageSync(refreshKey) as string) || undefined;

async function askRefresh(): Promise<SessionView> {
  try {
    const body = { refreshToken: keptRefreshToken() };
    const session = (await send(routes.refreshSession, { body })) as SessionView;
    await keepSession(session);
    return session;
  } catch (error) {
    if (isRefused(error)) forgetSession();
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
    const token = useSession.getState().session?.accessToken;
    return await use(token === '' ? (await refreshSession()).accessToken : token);
  } catch (error) {
    if (!(error instanceof Problem) || !['session.expired', 'session.stale'].includes(error.code))
      throw error;
    return use((await refreshSession()).accessToken);
  }
}
