/**
 * The least a server can do with errands and still keep the same promises: bare node:http and the driver, the token checked, the right
 * of the caller, state, version and key in the filter of one update, texts sealed under a key of the errand, whoever is told in the same
 * transaction with the same majority, orders of a household counted, a change stream open.
 */
import { createCipheriv, createSecretKey, hash, randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import jwt from 'jsonwebtoken';
import { type ChangeStream, type ClientSession, type Db, MongoClient, ObjectId } from 'mongodb';

const { MONGODB_URI = '', NUANLIN_DB = 'nuanlin', NUANLIN_KEYS = '{}', NUANLIN_NOW = '' } = process.env;
const keys = JSON.parse(NUANLIN_KEYS) as { token: { key: string }[]; master: { id: string; key: string }[] };
const secret = createSecretKey(Buffer.from(keys.token[0]?.key ?? '', 'base64'));
const master = Buffer.from(keys.master[0]?.key ?? '', 'base64');
const offset = Date.parse(NUANLIN_NOW) - Date.now();
const nowIs = () => new Date(Date.now() + offset);

/** As the product's transactions are. */
const together = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const;

interface Member {
  _id: ObjectId;
  accountId: ObjectId;
  communityId: ObjectId;
  role: string;
  householdId?: ObjectId;
}
interface Place {
  members: Map<string, Member>;
  /** Whoever is told at a door: of the household, and of staff. */
  homeOf: Map<string, ObjectId>;
  workerOf: Map<string, ObjectId>;
  poolOf: Map<string, ObjectId>;
}
interface Asked {
  who: Member;
  key: string;
  hash: string;
  body: { seenVersion: number; kind: string; about: { householdId: string }; details: object };
}

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

function seal(key: Buffer, text: string | Buffer, place: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** What does not change while errands do. */
async function learn(db: Db): Promise<Place> {
  const members = await db.collection<Member & { gridIds: ObjectId[] }>('memberships').find().toArray();
  const grids = await db.collection('grids').find().toArray();
  const poolOf = (grid: (typeof grids)[number]) =>
    grids
      .filter(({ _id, level }) => level !== 'building' && grid.path.some((id: ObjectId) => id.equals(_id)))
      .at(-1);
  return {
    members: new Map(members.map((member) => [String(member._id), member])),
    homeOf: new Map(members.map(({ householdId, accountId }) => [String(householdId), accountId])),
    workerOf: new Map(
      grids.map(({ _id, primaryId }) => [
        String(_id),
        members.find((member) => member._id.equals(primaryId ?? ''))?.accountId ?? members[0]?.accountId,
      ]),
    ) as Place['workerOf'],
    poolOf: new Map(grids.map((grid) => [String(grid._id), (poolOf(grid) ?? grid)._id])),
  };
}

interface Told {
  code: string;
  occasion: string;
  side: 'staff' | 'household';
  accountId: ObjectId;
}
const messageOf = (doc: { _id: ObjectId; communityId: ObjectId; door: string }, told: Told, now: Date) => ({
  _id: `request:${String(doc._id)}:${told.occasion}:${told.side}:${String(told.accountId)}` as never,
  ...{ accountId: told.accountId, communityId: doc.communityId, side: told.side, code: told.code },
  ...{ params: { door: doc.door }, about: { entity: 'request', id: String(doc._id) }, channel: 'inbox' },
  ...{ madeAt: now, audience: [`account:${String(told.accountId)}`], version: 1 },
});

async function place(db: Db, session: ClientSession, { homeOf, workerOf, poolOf }: Place, asked: Asked) {
  const { who, body } = asked;
  const { communityId } = who;
  const household = await db
    .collection('households')
    .findOne({ communityId, _id: new ObjectId(body.about.householdId) });
  if (!household || !who.householdId?.equals(household._id)) return null;
  await db
    .collection('limits')
    .findOneAndUpdate(
      { key: `order:${String(household._id)}`, expire: { $gt: new Date() } },
      { $inc: { points: 1 }, $setOnInsert: { expire: new Date(Date.now() + 86_400_000) } },
      { upsert: true, returnDocument: 'after' },
    );
  const now = nowIs();
  const dataKey = randomBytes(32);
  const { gridId, gridPath, door } = household;
  const poolGridId = poolOf.get(String(gridId));
  const _id = new ObjectId();
  const keyId = `request:${String(_id)}`;
  const sealed = (text: string, name: string) => seal(dataKey, text, `requests/${String(_id)}/${name}`);
  const doc = {
    ...{ _id, communityId, life: 'errand', kind: body.kind, state: 'assigned', open: true, version: 1 },
    ...{ urgency: 'normal', rank: 1, urgent: false, channel: 'app', drill: false },
    ...{ householdId: household._id, door, order: '000', gridId, gridPath, poolGridId, building: '1' },
    ...{ details: sealed(JSON.stringify(body.details), 'details'), size: 1 },
    doorCode: sealed(String(randomInt(10_000)).padStart(4, '0'), 'doorCode'),
    ...{ doorCodeTries: 0, isAsked: false, objectedTo: [], responsibleFrom: 'worker' },
    ...{
      responsibleAccountId: null,
      holder: null,
      placedAt: now,
      startsAt: now,
      dueAt: now,
      stateAt: now,
      step: 1,
    },
    nextStepAt: new Date(now.getTime() + 1_800_000),
    history: [
      {
        ...{ at: now, action: 'place', from: null, to: 'assigned' },
        by: { accountId: who.accountId, membershipId: who._id, role: 'resident' },
      },
    ],
    audience: [`household:${String(household._id)}`, `grid:${String(gridId)}`, `pool:${String(poolGridId)}`],
    made: { key: asked.key, hash: asked.hash },
  };
  const worker = workerOf.get(String(gridId)) ?? (homeOf.get(String(household._id)) as ObjectId);
  await session.withTransaction(async () => {
    await db.collection('dataKeys').insertOne(
      {
        _id: keyId as never,
        masterKeyId: keys.master[0]?.id,
        wrapped: seal(master, dataKey, keyId),
        madeAt: now,
      },
      { session },
    );
    await db.collection('requests').insertOne(doc, { session });
    const told = { code: 'errand.placed', occasion: `rung:placed:${now.getTime()}`, side: 'staff' as const };
    await db
      .collection('messages')
      .insertOne(messageOf(doc, { ...told, accountId: worker }, now), { session });
  }, together);
  return doc;
}

const steps: Record<
  string,
  { from: string; to: string; tells: boolean; set: (who: Member, now: Date) => object }
> = {
  accept: {
    ...{ from: 'assigned', to: 'accepted', tells: true },
    set: ({ accountId, _id }, now) => ({
      holder: { accountId, membershipId: _id },
      ...{ leaseUntil: new Date(now.getTime() + 1_800_000), acceptedAt: now, nextTryAt: null, runId: null },
    }),
  },
  leave: {
    from: 'accepted',
    to: 'onTheWay',
    tells: true,
    set: () => ({ leaseUntil: null, nextTryAt: null }),
  },
  confirm: {
    ...{ from: 'onTheWay', to: 'closed', tells: false },
    set: (_who, now) => ({ deliveredAt: now, closedBy: 'resident', open: false, closedAt: now }),
  },
};

async function act(
  db: Db,
  session: ClientSession,
  { homeOf }: Place,
  id: string,
  action: string,
  asked: Asked,
) {
  const step = steps[action];
  if (!step) return null;
  const { who, key, body } = asked;
  const now = nowIs();
  const { from, to, set, tells } = step;
  const right = who.role === 'resident' ? { householdId: who.householdId } : {};
  const entry = {
    ...{ at: now, action, from, to, by: { accountId: who.accountId, membershipId: who._id, role: who.role } },
    ...(action === 'accept' && { holder: who.accountId }),
    ...{ key, hash: asked.hash },
  };
  return session.withTransaction(async () => {
    const doc = await db.collection('requests').findOneAndUpdate(
      {
        ...{ communityId: who.communityId, _id: new ObjectId(id), state: from, version: body.seenVersion },
        ...{ ...right, 'history.key': { $ne: key } },
      },
      {
        $set: {
          state: to,
          stateAt: now,
          step: 0,
          ...set(who, now),
          ...(to !== 'closed' && { nextStepAt: now }),
        },
        ...(to === 'closed' && { $unset: { nextStepAt: 1 } }),
        $push: { history: entry as never },
        ...(action === 'accept' && { $addToSet: { audience: `account:${String(who.accountId)}` as never } }),
        $inc: { version: 1 },
      },
      { session, returnDocument: 'after' },
    );
    const home = doc && tells && homeOf.get(String(doc.householdId));
    if (home) {
      const told = { code: `errand.${action}`, occasion: `${action}:${doc.version}`, accountId: home };
      await db
        .collection('messages')
        .insertOne(messageOf(doc as never, { ...told, side: 'household' }, now), { session });
    }
    return doc;
  }, together);
}

async function main(): Promise<void> {
  const client = await new MongoClient(MONGODB_URI, {
    maxPoolSize: 50,
    writeConcern: { w: 'majority' },
  }).connect();
  const db = client.db(NUANLIN_DB);
  const known = await learn(db);
  void hearChanges(db.watch());
  const server = createServer(async (request, response) => {
    const claims = jwt.verify(request.headers.authorization?.slice(7) ?? '', secret) as {
      sub: string;
      m: { id: string };
    };
    const text = await readAll(request);
    const asked: Asked = {
      who: known.members.get(claims.m.id) as Member,
      key: `${claims.sub}:${request.headers['idempotency-key']}`,
      hash: hash('sha256', text, 'base64url'),
      body: JSON.parse(text),
    };
    const [, , , id, , action] = request.url?.split('/') ?? [];
    const session = client.startSession();
    const doc =
      id && action
        ? await act(db, session, known, id, action, asked)
        : await place(db, session, known, asked);
    await session.endSession();
    response.writeHead(doc ? (id ? 200 : 201) : 409, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(doc && { id: String(doc._id), ...doc }));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    process.stdout.write(`http://127.0.0.1:${port}\n`);
  });
}
void main();
