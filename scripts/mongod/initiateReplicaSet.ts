/** Makes a running mongod the primary of its set of one, whatever state an earlier run left it in. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Document, MongoClient } from 'mongodb';

export const REPLICA_SET = 'nuanlin';

/** Initiates the set, or moves it to this port when the folder was last run under another; resolves as primary. */
export async function initiateReplicaSet(port: number): Promise<void> {
  const host = `127.0.0.1:${port}`;
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: 10_000,
  });
  try {
    const admin = client.db('admin');
    const members = [{ _id: 0, host }];
    for (let asked = false; ; ) {
      const hello = await admin.command({ hello: 1 });
      if (hello.isWritablePrimary && hello.me === host) return;
      if (!asked) {
        const config = await readConfig(client);
        if (!config) await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } });
        else if (config.members[0].host !== host) {
          const moved = { ...config, members: [{ ...config.members[0], host }], version: config.version + 1 };
          await admin.command({ replSetReconfig: moved, force: true });
        }
        asked = true;
      }
      await pause(20);
    }
  } finally {
    await client.close();
  }
}

/** Read from its collection: the command for it is refused while the node does not recognise itself. */
async function readConfig(client: MongoClient): Promise<Document | null> {
  return client.db('local').collection('system.replset').findOne({}, { readPreference: 'primaryPreferred' });
}
