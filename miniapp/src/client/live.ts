import type { LiveEvent } from '@shared/live';
import { type LiveBeat, liveBeatMs } from '@shared/liveBeat';
import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { queryClient } from './queryClient';
import { apiBase, isBrowser } from './send';
import { refreshSession, useSession } from './session';

/** Whether changes are heard as they happen; while they are not, lists poll. */
export const useLive = create<{ isUp: boolean }>(() => ({ isUp: false }));

const longestPauseMs = 30_000;
/** More than two beats of the server did not come: nobody is there any more, whatever the socket says. */
const silenceMs = 2.4 * liveBeatMs;
let socket: Taro.SocketTask | null = null;
let wanted = false;
let attempt = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;

/** Opens the live channel and keeps it open while the program is in front and somebody is signed in. */
export function startLive(): void {
  wanted = true;
  if (!socket) connect();
}

export function stopLive(): void {
  wanted = false;
  clearTimeout(timer);
  clearTimeout(silence);
  socket?.close({});
  socket = null;
  useLive.setState({ isUp: false });
}

useSession.subscribe(({ session }, before) => {
  const isSame =
    session?.account.active === before.session?.account.active &&
    session?.account.id === before.session?.account.id;
  if (!isSame) stopLive();
  // Also when the token comes later than the account: after a start without a network.
  if (session && (!isSame || wanted)) startLive();
});

const tokenNow = (): string => useSession.getState().session?.accessToken ?? '';

let isOpening = false;

/** One at a time: a session that was just renewed asks for it as well. */
async function connect(): Promise<void> {
  if (socket || isOpening || !tokenNow()) return;
  isOpening = true;
  const opened = await Taro.connectSocket({ url: addressOf() }).finally(() => {
    isOpening = false;
  });
  if (!wanted) return void opened.close({});
  socket = opened;
  listenOn(opened);
  // Whoever it is by now: meanwhile somebody may act as somebody else.
  opened.onOpen(() => opened.send({ data: JSON.stringify({ token: tokenNow() }) }));
  opened.onMessage(({ data }) => {
    if (socket === opened) listenOn(opened);
    hear(String(data));
  });
  opened.onError(() => lost(opened, 0));
  onClosed(opened, (code) => lost(opened, code));
}

/** From now on it is waited for the next frame. */
function listenOn(task: Taro.SocketTask): void {
  clearTimeout(silence);
  silence = setTimeout(() => {
    lost(task, 0);
    task.close({});
  }, silenceMs);
}

/** Why it was closed. In a browser Taro keeps that to itself; the socket below it says so. */
function onClosed(task: Taro.SocketTask, told: (code: number) => void): void {
  const { ws } = task as { ws?: WebSocket };
  ws?.addEventListener('close', ({ code }) => told(code));
  task.onClose(({ code }) => ws ?? told(code));
}

const addressOf = (): string =>
  `${isBrowser ? window.location.origin.replace(/^http/, 'ws') : apiBase.replace(/^http/, 'ws')}/api/live`;

function hear(text: string): void {
  const message = JSON.parse(text) as { ready: true } | LiveBeat | LiveEvent;
  if ('beat' in message) return;
  if ('ready' in message) {
    attempt = 0;
    useLive.setState({ isUp: true });
    // What happened while nobody listened.
    void queryClient.invalidateQueries();
    return;
  }
  touched(message.entity);
}

/** A document of this entity changed: every list and page that shows it asks again. */
export function touched(entity: string): void {
  void queryClient.invalidateQueries({ queryKey: [entity] });
  void queryClient.invalidateQueries({ queryKey: ['worklist'] });
  // A reading without a slot is announced by the case that it joins.
  if (entity === 'request') void queryClient.invalidateQueries({ queryKey: ['slot', 'curve'] });
}

function lost(closed: Taro.SocketTask, code: number): void {
  if (socket !== closed) return;
  socket = null;
  clearTimeout(silence);
  useLive.setState({ isUp: false });
  if (!wanted) return;
  clearTimeout(timer);
  attempt += 1;
  const pause = Math.min(longestPauseMs, 500 * 2 ** Math.min(attempt, 6));
  // 4401: the token ran out; a new one first.
  timer = setTimeout(
    () => void (code === 4401 ? refreshSession() : Promise.resolve()).then(connect, () => lostAgain()),
    pause,
  );
}

function lostAgain(): void {
  if (wanted && useSession.getState().session) timer = setTimeout(() => void connect(), longestPauseMs);
}
