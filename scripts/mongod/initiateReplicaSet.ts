/** Makes a running mongod the primary of its set of one, whatever state an earlier run left it in. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Document, MongoClient } from 'mongodb';
import { PlainFailure } from '../plainFailure';

/** Recovery after a kill takes seconds; a mongod that cannot write stays a secondary for ever. */
const READY_MS = 60_000;

/**
 * Initiates the set, or moves it to this port when the folder was last run under another; resolves as primary.
 * Refuses a server that is not the process `pid`: two demos may have found the same port free.
 */
export async function initiateReplicaSet(port: number, pid: number, setName: string): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: 10_000,
  });
  try {
    const admin = client.db('admin');
    const status = await admin.command({ serverStatus: 1 });
    if (Number(status.pid) !== pid) throw new PlainFailure(`Port ${port} was taken by another MongoDB.`);
    const members = [{ _id: 0, host }];
    const limit = Date.now() + READY_MS;
    for (let asked = false; Date.now() < limit; ) {
      const hello = await admin.command({ hello: 1 });
      if (hello.isWritablePrimary && hello.me === host) return;
      if (!asked) {
        const config = await readConfig(client);
        if (!config) await admin.command({ replSetInitiate: { _id: setName, members } });
        else if (config.members[0].host !== host) {
          const moved = { ...config, members: [{ ...config.members[0], host }], version: config.version + 1 };
          await admin.command({ replSetReconfig: moved, force: true });
        }
        asked = true;
      }
      await pause(20);
    }
    throw new PlainFailure('MongoDB runs, but has taken no writes for a minute; see its log.');
  } finally {
    await client.close();
  }
}

/** Read from its collection: the command for it is refused while the node does not recognise itself. */
async function readConfig(client: MongoClient): Promise<Document | null> {
  return client.db('local').collection('system.replset').findOne({}, { readPreference: 'primaryPreferred' });
}
