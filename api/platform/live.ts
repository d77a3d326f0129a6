import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type LiveEvent, LiveHello } from '@shared/live';
import { type LiveBeat, liveBeatMs } from '@shared/liveBeat';
import { type WebSocket, WebSocketServer } from 'ws';
import type { ActiveMembership, Context, Who } from '../context';
import type { Change } from './changes';
import { machineNow } from './clock';
import { announced, mayHear } from './liveAudience';

const helloWithinMs = 5000;
const coalesceMs = 500;
/** Rights that were taken are gone within five seconds, the time of the change stream included. */
const recheckMs = 3000;
const maxFrameBytes = 4096;

interface Listener {
  send(event: LiveEvent): void;
  /** Who listens; known from the first frame on. */
  who?: Who;
}

/** Open windows of members, each with the membership it was opened for, and how it looks whether that still holds. */
type Windows = Map<WebSocket, { membership: ActiveMembership; look(): unknown }>;

/** The live channel: WS /api/live. Sends `{ entity, id, version }`, never content. */
export function openLive(
  ctx: Context,
  server: Server,
  beatMs = liveBeatMs,
): { close(): void; terminate(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
  const byKey = new Map<string, Set<Listener>>();
  const byMembership: Windows = new Map();

  // Rights may have changed, or the news is older than the window: it looks. Who still may comes again with a new token.
  ctx.changes.on('memberships', ({ id }) => {
    for (const { membership, look } of byMembership.values()) if (membership.id === id) look();
  });
  const reachesOthers = (communityId: string | undefined) => {
    for (const [ws, { membership }] of byMembership)
      if (membership.communityId === communityId && membership.role !== 'resident')
        ws.close(4401, 'there is more or less to hear');
  };
  // There is a grid more to listen to for whoever stands above it.
  ctx.changes.on('grids', ({ kind, communityId }) => {
    if (kind === 'insert') reachesOthers(communityId);
  });
  // Teams and opened kinds say to whom an errand is offered.
  ctx.changes.on('teams', ({ communityId }) => reachesOthers(communityId));
  ctx.changes.on('communities', ({ id }) => reachesOthers(id));
  for (const collection of Object.keys(announced))
    ctx.changes.on(
      collection,
      (change) => announce(byKey, change),
      // Whoever opens a window asks for everything as it is then.
      () => sockets.clients.size > 0,
    );
  // Changes may have been missed: a window that connects again asks for everything anew.
  ctx.changes.onGap(() => closeAll(sockets, 1012));
  server.on('upgrade', (request, socket, head) => {
    if (!isOurs(request)) return refuse(socket);
    sockets.handleUpgrade(request, socket, head, (ws) => welcome(ctx, { byKey, byMembership, beatMs }, ws));
  });
  return {
    close() {
      closeAll(sockets, 1001);
      sockets.close();
    },
    terminate() {
      for (const ws of sockets.clients) ws.terminate();
    },
  };
}

function closeAll({ clients }: WebSocketServer, code: number): void {
  for (const ws of clients) ws.close(code);
}

/** A browser names the page it comes from: only our own. A mini-program sends WeChat's or none. */
function isOurs({ url, headers }: IncomingMessage): boolean {
  if (url?.split('?')[0] !== '/api/live') return false;
  const { origin } = headers;
  if (!origin) return true;
  return URL.canParse(origin) && [headers.host, 'servicewechat.com'].includes(new URL(origin).host);
}

function refuse(socket: Duplex): void {
  // Who hangs up on a refusal must not end the process: after an upgrade nobody else listens to this socket.
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
}

const beat: LiveBeat = { beat: true };

interface Room {
  byKey: Map<string, Set<Listener>>;
  byMembership: Windows;
  beatMs: number;
}

function welcome(ctx: Context, { byKey, byMembership, beatMs }: Room, ws: WebSocket): void {
  const timers: NodeJS.Timeout[] = [setTimeout(() => ws.close(4401, 'no token'), helloWithinMs)];
  let until: Date | null = null;
  const listener = coalescing((event) => {
    // The last day of a membership is over at a moment of the product’s clock, which the demo moves.
    if (until && until <= ctx.clock.now()) ws.close(4401, 'membership ended');
    else ws.send(JSON.stringify(event));
  });
  let keys: string[] = [];
  ctx.metrics.liveWindows.inc();
  ws.on('error', () => ws.terminate());
  ws.on('close', () => {
    timers.forEach(clearTimeout);
    listener.stop();
    ctx.metrics.liveWindows.dec();
    for (const key of keys) byKey.get(key)?.delete(listener);
    byMembership.delete(ws);
  });
  ws.once('message', async (data) => {
    try {
      const { token } = LiveHello.parse(JSON.parse(String(data)));
      const who = await ctx.hooks.authenticate(token);
      if (who.mustChangePassword) throw new Error('the password comes first');
      keys = await ctx.hooks.liveKeys(who);
      until = who.membership?.until ?? null;
      listener.who = who;
      clearTimeout(timers[0]);
      timers.push(
        setTimeout(() => ws.close(4401, 'token expired'), who.expiresAt.getTime() - machineNow().getTime()),
      );
      if (ws.readyState !== ws.OPEN) return;
      // Nothing is heard while the change stream is down: who is told so polls.
      if (ctx.changes.downForSeconds()) return ws.close(1013, 'nothing is heard now');
      for (const key of keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(listener));
      ws.send(JSON.stringify({ ready: true }));
      // Ended or changed rights end the window as well; who still may opens it again with a new token.
      const look = () => ctx.hooks.authenticate(token).catch(() => ws.close(4401, 'rights have changed'));
      if (who.membership) byMembership.set(ws, { membership: who.membership, look });
      timers.push(setInterval(look, recheckMs));
      // A phone that lost its network is not told that its socket is gone: hearing nothing, it connects again.
      timers.push(setInterval(() => ws.send(JSON.stringify(beat)), beatMs));
    } catch {
      ws.close(4401, 'not signed in');
    }
  });
}

function announce(byKey: Map<string, Set<Listener>>, change: Change): void {
  const heardAs = announced[change.collection];
  if (!heardAs) return;
  const { entity } = heardAs;
  const heard = new Set(change.audience.flatMap((key) => [...(byKey.get(key) ?? [])]));
  for (const listener of heard)
    if (listener.who && mayHear(listener.who, change))
      listener.send({ entity, id: change.id, version: change.version });
}

/** The first event goes at once, what follows within half a second goes together: an import must not flood a phone. */
function coalescing(send: (event: LiveEvent) => void): Listener & { stop(): void } {
  const waiting = new Map<string, LiveEvent>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = waiting.size ? setTimeout(flush, coalesceMs) : undefined;
    for (const event of waiting.values()) send(event);
    waiting.clear();
  };
  return {
    send(event) {
      waiting.set(`${event.entity} ${event.id}`, event);
      if (!timer) flush();
    },
    stop: () => clearTimeout(timer),
  };
}
