import { EventEmitter } from 'node:events';
import type { ChangeStream } from 'mongodb';
import type { Connection } from 'mongoose';
import { machineNow } from './clock';
import { followChanges, pipeline, type Seen } from './followChanges';
import type { Log } from './log';

export interface Change {
  collection: string;
  id: string;
  /** Only these leave the database with the event. */
  audience: string[];
  version: number;
  kind: 'insert' | 'update' | 'replace' | 'delete';
  /** Absent for what is global, and for what is gone. */
  communityId?: string;
  /** Of a membership. */
  role?: string;
  /** Whom it is about. */
  residentId?: string;
}

/** One change stream a process; live windows and caches listen to it. */
export interface Changes {
  /** What changes while nobody listens is not looked at; `isListening` is always unless told. */
  on(collection: string, listener: (change: Change) => void, isListening?: () => boolean): void;
  /** Called when changes may have been missed, when the stream is lost and when it is back: every cache starts anew. */
  onGap(listener: () => void): void;
  /** Seconds without a stream; 0 while it is up. */
  downForSeconds(): number;
  close(): Promise<void>;
}

/** The database answers a stream every second, also when nothing changed. */
const silentMs = 4000;

/** Who listens to what. */
function createListeners() {
  const events = new EventEmitter().setMaxListeners(0);
  const listening = new Map<string, (() => boolean)[]>();
  return {
    on: (collection: string, listener: (change: Change) => void, isListening = () => true) => {
      events.on(collection, listener);
      listening.set(collection, [...(listening.get(collection) ?? []), isListening]);
    },
    onGap: (listener: () => void) => void events.on('gap', listener),
    isHeard: (collection: string) => listening.get(collection)?.some((isListening) => isListening()) ?? false,
    tell: (change: Change) => void events.emit(change.collection, change),
    tellGap: () => void events.emit('gap'),
  };
}

export function watchChanges(connection: Connection, log: Log): Changes {
  const { on, onGap, isHeard, tell, tellGap } = createListeners();
  let stream: ChangeStream | null = null;
  let heardAt = machineNow();
  let downSince: Date | null = heardAt;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const open = () => {
    if (closed) return;
    const db = connection.getClient().db(connection.name);
    const opened = db.watch(pipeline);
    stream = opened;
    heardAt = machineNow();
    const hear = (batch: Seen[]) => {
      if (opened !== stream) return;
      heard();
      for (const change of batch.map(changeOf)) tell(change);
    };
    // The driver resumes short breaks by itself; only a lost stream ends here.
    followChanges(db, opened, isHeard, hear).then(
      () => lose(opened),
      (error) => lose(opened, (error as { code?: number }).code),
    );
  };

  const heard = () => {
    heardAt = machineNow();
    if (!downSince) return;
    downSince = null;
    tellGap();
  };

  const lose = (lost: ChangeStream, code?: number) => {
    if (closed || lost !== stream) return;
    log.warn({ code }, 'change stream lost');
    stream = null;
    downSince ??= heardAt;
    lost.close().catch(() => undefined);
    tellGap();
    retry = setTimeout(open, 500);
  };

  // A stream can end without an error, when its database is dropped, or hang on a connection nobody answers.
  const isSilent = () => machineNow().getTime() - heardAt.getTime() > silentMs;
  const watchdog = setInterval(() => {
    if (!stream || !isSilent()) return;
    // Once more after what has arrived was read: a busy process is not deaf.
    setImmediate(() => stream && isSilent() && lose(stream));
  }, 250);

  open();
  return {
    ...{ on, onGap },
    downForSeconds: () => (downSince ? (machineNow().getTime() - downSince.getTime()) / 1000 : 0),
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(watchdog);
      await stream?.close().catch(() => undefined);
    },
  };
}

function changeOf({ change, now }: Seen): Change {
  const { audience, version, communityId, role, residentId } = now ?? {};
  return {
    collection: change.ns.coll,
    id: String(change.documentKey._id),
    audience: audience ?? [],
    version: version ?? 0,
    kind: change.operationType,
    ...(communityId && { communityId: String(communityId) }),
    ...(role && { role }),
    ...(residentId && { residentId: String(residentId) }),
  };
}
