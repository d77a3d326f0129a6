import { EventEmitter } from 'node:events';
import type { ChangeStream, ChangeStreamDocument } from 'mongodb';
import type { Connection } from 'mongoose';
import { machineNow } from './clock';
import type { Log } from './log';

export interface Change {
  collection: string;
  id: string;
  /** Only these leave the database with the event. */
  audience: string[];
  version: number;
}

/** One change stream a process; live windows and caches listen to it. */
export interface Changes {
  on(collection: string, listener: (change: Change) => void): void;
  onAny(listener: (change: Change) => void): void;
  /** Called when changes may have been missed: every cache starts anew. */
  onGap(listener: () => void): void;
  /** Seconds without a stream; 0 while it is up. */
  downForSeconds(): number;
  close(): Promise<void>;
}

const project = [
  { $match: { operationType: { $in: ['insert', 'update', 'replace', 'delete'] } } },
  {
    $project: {
      _id: 1,
      operationType: 1,
      ns: 1,
      documentKey: 1,
      'fullDocument.audience': 1,
      'fullDocument.version': 1,
    },
  },
];

export function watchChanges(connection: Connection, log: Log): Changes {
  const events = new EventEmitter().setMaxListeners(0);
  let stream: ChangeStream | null = null;
  let downSince: Date | null = machineNow();
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const open = () => {
    if (closed) return;
    stream = connection.getClient().db(connection.name).watch(project, { fullDocument: 'updateLookup' });
    // The driver resumes short breaks by itself; only a lost stream ends here.
    stream.on('change', (change) => emit(change));
    stream.on('resumeTokenChanged', () => {
      downSince = null;
    });
    stream.on('error', (error) => {
      log.warn({ code: (error as { code?: number }).code }, 'change stream lost');
      downSince ??= machineNow();
      stream?.close().catch(() => undefined);
      events.emit('gap');
      retry = setTimeout(open, 500);
    });
  };

  const emit = (change: ChangeStreamDocument) => {
    if (!('documentKey' in change) || !('coll' in change.ns)) return;
    const full = ('fullDocument' in change ? change.fullDocument : null) as {
      audience?: string[];
      version?: number;
    } | null;
    const seen: Change = {
      collection: change.ns.coll,
      id: String(change.documentKey._id),
      audience: full?.audience ?? [],
      version: full?.version ?? 0,
    };
    events.emit(seen.collection, seen);
    events.emit('any', seen);
  };

  open();
  return {
    on: (collection, listener) => void events.on(collection, listener),
    onAny: (listener) => void events.on('any', listener),
    onGap: (listener) => void events.on('gap', listener),
    downForSeconds: () => (downSince ? (machineNow().getTime() - downSince.getTime()) / 1000 : 0),
    async close() {
      closed = true;
      clearTimeout(retry);
      await stream?.close().catch(() => undefined);
    },
  };
}
