/**
 * The least a server can do and still keep the same promises: bare node:http and the driver, the token checked, the right of the
 * caller and the key of the request in the filter of one update with the same majority, a change stream open.
 */
import { createSecretKey } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import { type ChangeStream, MongoClient, ObjectId } from 'mongodb';

const { MONGODB_URI = '', NUANLIN_DB = 'nuanlin', NUANLIN_KEYS = '{}' } = process.env;
const [key] = (JSON.parse(NUANLIN_KEYS) as { token: { key: string }[] }).token;
const secret = createSecretKey(Buffer.from(key?.key ?? '', 'base64'));

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/** Reads what changed as sparingly as the product: what comes in a rush together. */
async function hearChanges(stream: ChangeStream): Promise<void> {
  for (;;) {
    do await stream.tryNext();
    while (stream.bufferedCount());
    await pause(100);
  }
}

async function main(): Promise<void> {
  const client = await new MongoClient(MONGODB_URI, {
    maxPoolSize: 50,
    writeConcern: { w: 'majority' },
  }).connect();
  const db = client.db(NUANLIN_DB);
  const slots = db.collection('slots');
  const memberships = new Map<string, { householdId: ObjectId; communityId: ObjectId }>();
  for await (const { _id, householdId, communityId } of db
    .collection('memberships')
    .find({ role: 'resident' }))
    memberships.set(String(_id), { householdId, communityId });
  void hearChanges(db.watch());
  const server = createServer(async (request, response) => {
    const claims = jwt.verify(request.headers.authorization?.slice(7) ?? '', secret) as {
      sub: string;
      m: { id: string };
    };
    const who = memberships.get(claims.m.id);
    const body = JSON.parse(await readAll(request));
    const takenAt = new Date(body.takenAt);
    const receivedAt = new Date(request.headers['x-now'] as string);
    const entryKey = `${claims.sub}:${request.headers['idempotency-key']}`;
    const doc = await slots.findOneAndUpdate(
      {
        _id: new ObjectId(request.url?.split('/')[3]),
        ...who,
        settledAt: null,
        excused: null,
        opensAt: { $lte: takenAt },
        closesAt: { $gte: takenAt },
        'readings.key': { $ne: entryKey },
      },
      {
        $push: { readings: { ...body, _id: new ObjectId(), takenAt, receivedAt, key: entryKey } as never },
        $set: { settledAt: takenAt, settledReceivedAt: receivedAt },
        $unset: { nextStepAt: '' },
        $inc: { version: 1 },
      },
      { returnDocument: 'after' },
    );
    response.writeHead(doc ? 201 : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(doc));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    process.stdout.write(`http://127.0.0.1:${port}\n`);
  });
}
void main();
