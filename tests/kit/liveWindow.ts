import { once } from 'node:events';
import { WebSocket } from 'ws';
import { eventually } from './eventually';

export interface LiveWindow {
  socket: WebSocket;
  /** Every frame as it came. */
  frames: string[];
  /** How it was closed: the code, or for a refused handshake the HTTP status. */
  closed: Promise<number>;
  /** Waits for an event about this document. */
  hears(id: string | undefined): Promise<unknown>;
  /** The documents it heard of, in order. */
  heard(): string[];
}

/** A screen that listens at /api/live, as the mini-program does; without a token it says nothing. */
export function openWindow(url: string, token?: string, origin?: string): LiveWindow {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/live`, origin ? { origin } : {});
  const frames: string[] = [];
  socket.on('message', (data) => frames.push(String(data)));
  if (token) socket.on('open', () => socket.send(JSON.stringify({ token })));
  const events = () => frames.map((frame) => JSON.parse(frame) as { id?: string });
  socket.on('error', () => undefined);
  return {
    socket,
    frames,
    closed: new Promise((resolve) => {
      socket.on('close', resolve);
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    }),
    hears: (id) => eventually(events, (all) => all.some((event) => event.id === id)),
    heard: () => events().flatMap(({ id }) => id ?? []),
  };
}

/** A window that has been told it is listening; rejects when it is closed instead. */
export async function openReadyWindow(url: string, token: string, origin?: string): Promise<LiveWindow> {
  const window = openWindow(url, token, origin);
  await Promise.race([
    once(window.socket, 'message'),
    window.closed.then((code) => Promise.reject(new Error(`closed: ${code}`))),
  ]);
  if (window.frames[0] !== JSON.stringify({ ready: true })) throw new Error(`said ${window.frames[0]}`);
  return window;
}
