import net from 'node:net';
import sharp from 'sharp';
import { dataKeyId } from '../../api/platform/sealing';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Answer, Caller } from '../kit/caller';
import { acting, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { mandateOf, signInFrom } from '../kit/mandates';
import { bombOf, hasPlace, type MadeFile, noiseOf, photoOf } from '../kit/photos';
import { isTooMuch, profile } from '../kit/profile';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const act = acting(community);
const proof = { disinfectedTwice: true };
type Use = 'order' | 'prescription' | 'receipt' | 'evidence';

/** Everything that is kept of photos. */
async function kept() {
  const { connection } = community.running.context;
  const count = (name: string, filter = {}) => connection.collection(name).countDocuments(filter);
  return {
    cards: await count('files'),
    heads: await count('fileBytes.files'),
    chunks: await count('fileBytes.chunks'),
    keys: await count('dataKeys', { _id: /^file:/ as never }),
  };
}

describe('a photo', () => {
  let resident: Caller;
  let worker: Caller;
  let office: Caller;
  let colleague: Caller;
  beforeAll(async () => {
    resident = await community.signIn('resident', 1);
    worker = await community.signIn('worker', 1);
    colleague = await community.signIn('worker', 2);
    office = await community.signIn('office');
  });
  const brings = async (caller: Caller, use: Use, file?: MadeFile, key?: string) =>
    caller.calls('uploadFile', {
      ...{ query: { use }, file: file ?? (await photoOf()) },
      ...(key && { key }),
    });
  const idOf = async (caller: Caller, use: Use) => (await brings(caller, use)).body.id;
  const reads = (caller: Caller, id: string, size?: 'thumb') =>
    caller.calls('readFile', { params: { id }, query: size ? { size } : {} }) as Promise<Answer<unknown>>;
  const place = async (changes = {}) =>
    resident.gets('placeRequest', { body: await orderOf(resident, changes) });
  /** Bought, and on its way to the door. */
  const carried = async (changes = {}, receiptFileId?: string) => {
    const { id } = await place(changes);
    await act(worker, id, 'accept');
    await act(worker, id, 'buy', { amountFen: 100, ...(receiptFileId && { receiptFileId }) });
    await act(worker, id, 'leave');
    return id;
  };

  it('of the goods at the door proves a delivery: household and leader see it, nobody else', async () => {
    const [wanted, receipt, atTheDoor] = [
      await idOf(resident, 'order'),
      await idOf(worker, 'receipt'),
      await idOf(worker, 'evidence'),
    ];
    const id = await carried({ fileIds: [wanted] }, receipt);
    const delivered = await act(worker, id, 'deliver', { ...proof, photoFileId: atTheDoor });
    expect(delivered.body).toMatchObject({
      state: 'delivered',
      fileIds: [wanted],
      money: { hasReceipt: true },
    });
    expect(delivered.body.steps.at(-1)).toMatchObject({ evidence: 'photo', fileIds: [atTheDoor] });

    const leader = await community.signIn('leader');
    const allowed = { resident, worker, leader, office };
    for (const [name, caller] of Object.entries(allowed))
      for (const fileId of [wanted, receipt, atTheDoor])
        expect([name, (await reads(caller, fileId)).status]).toEqual([name, 200]);
    const strangers = {
      neighbour: await community.signIn('resident', 2),
      colleague,
      health: await community.signIn('health'),
      otherWorker: await community.signIn('worker', 40),
      otherResident: await community.signIn('resident', 40),
      otherOffice: await community.signIn('office', 2),
      volunteer: await community.signIn('volunteer'),
      buildingHead: await community.signIn('buildingHead'),
      nobody: await community.stranger('o-photos'),
    };
    for (const [name, caller] of Object.entries(strangers))
      for (const size of [undefined, 'thumb' as const])
        expect([name, [403, 404].includes((await reads(caller, atTheDoor, size)).status)]).toEqual([
          name,
          true,
        ]);
    expect((await reads(community.anybody, atTheDoor)).status).toBe(401);
    // Without the key of the errand its bytes are nothing.
    const { connection, seals } = community.running.context;
    const chunks = await connection.collection('fileBytes.chunks').find().toArray();
    const stored = chunks.map(({ data }) => Buffer.from(data.value()).toString('latin1')).join('');
    expect(stored).not.toContain('JFIF');
    await seals.destroy([dataKeyId('request', id)]);
    expect((await reads(resident, atTheDoor)).code).toBe('destroyed');
  });

  it('is fetched with the token in a header, small or whole, and nothing on the way keeps it', async () => {
    const { body, status } = await brings(resident, 'order', await photoOf(3000, 2000));
    expect(status).toBe(201);
    // Upright: it was taken lying on its side.
    expect(body).toMatchObject({ use: 'order', width: 1067, height: 1600 });
    const whole = await reads(resident, body.id);
    expect(whole.headers.get('cache-control')).toBe('private, no-store');
    expect(whole.headers.get('content-type')).toBe('image/jpeg');
    const thumb = await reads(resident, body.id, 'thumb');
    expect(await sharp(thumb.body as Buffer).metadata()).toMatchObject({ width: 213, height: 320 });
    expect((whole.body as Buffer).length).toBe(body.bytes);
    const { url } = community.running;
    const inAddress = `${url}/api/files/${body.id}?token=${resident.session.accessToken}`;
    expect((await fetch(inAddress)).status).toBe(401);
  });

  it('says no more where and with which phone it was taken', async () => {
    const taken = await photoOf();
    const before = await sharp(taken.bytes).metadata();
    expect(before.exif?.toString('latin1')).toContain('Nuanfone');
    expect(hasPlace(before.exif)).toBe(true);
    const id = (await brings(resident, 'order', taken)).body.id;
    for (const size of [undefined, 'thumb' as const]) {
      const bytes = (await reads(resident, id, size)).body as Buffer;
      const after = await sharp(bytes).metadata();
      expect([after.exif, after.icc, after.xmp, after.iptc]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(bytes.toString('latin1')).not.toMatch(/Exif|Nuanfone/);
    }
  });

  it('that cannot be taken is named by its field, and nothing of it is left', async () => {
    const { bytes } = await photoOf(1200, 900);
    const noisy = await noiseOf(1200, 900).jpeg().toBuffer();
    const before = await kept();
    const bad: [string, Buffer, object][] = [
      ['nothing', Buffer.alloc(0), { code: 'file.empty' }],
      [
        'an SVG',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
        { code: 'file.kind' },
      ],
      ['a page', Buffer.from('<html></html>'), { code: 'file.kind' }],
      ['a GIF', await sharp(bytes).gif().toBuffer(), { code: 'file.kind' }],
      ['half a photo', noisy.subarray(0, noisy.length / 2), { code: 'file.broken' }],
      ['its first bytes', noisy.subarray(0, 12), { code: 'file.broken' }],
      ['a bomb', await bombOf(), { code: 'file.pixels', params: { maximum: 50_000_000 } }],
    ];
    for (const [name, content, fault] of bad) {
      const { problem } = await brings(resident, 'order', { name: 'photo.jpg', bytes: content });
      expect([name, problem.code, problem.errors]).toEqual([
        name,
        'input.invalid',
        [{ path: 'file', ...fault }],
      ]);
    }
    for (const size of [5_000_001, 60_000_000]) {
      const large = await brings(resident, 'order', { name: 'photo.jpg', bytes: Buffer.alloc(size, 0xff) });
      expect([large.status, large.problem.errors]).toEqual([
        413,
        [{ path: 'file', code: 'tooBig', params: { maximum: 5_000_000 } }],
      ]);
    }
    const missing = await resident.calls('uploadFile', { query: { use: 'order' } });
    expect(missing.problem.errors).toEqual([{ path: 'file', code: 'required' }]);
    const other = await brings(resident, 'passport' as Use);
    expect(other.problem.errors).toEqual([{ path: 'use', code: 'choice' }]);
    expect(await kept()).toEqual(before);
  });

  it('takes PNG and WebP as well, whatever the name says', async () => {
    const { bytes } = await photoOf();
    const png = await sharp(bytes).ensureAlpha(0.5).png().toBuffer();
    const webp = await sharp(bytes).webp().toBuffer();
    for (const content of [png, webp]) {
      const { body, status } = await brings(resident, 'order', { name: 'x.pdf', bytes: content });
      expect(status).toBe(201);
      expect((await sharp((await reads(resident, body.id)).body as Buffer).metadata()).format).toBe('jpeg');
    }
  });

  it('that stops in the middle leaves nothing behind', async () => {
    const before = await kept();
    await stopsInTheMiddle(
      community.running.url,
      resident.session.accessToken,
      (await photoOf(1200, 900)).bytes,
    );
    // The server goes on, and what comes next is taken.
    expect((await brings(resident, 'order')).status).toBe(201);
    const after = await kept();
    expect(after).toEqual({
      ...{ cards: before.cards + 1, heads: before.heads + 1 },
      ...{ chunks: before.chunks + 1, keys: before.keys + 1 },
    });
  });

  it('whose reply was lost is the same one, also at the same moment; another one under its key is refused', async () => {
    const [key, file] = [uuidV7(), await photoOf()];
    const before = await kept();
    const twice = await Promise.all([1, 2, 3].map(() => brings(worker, 'evidence', file, key)));
    expect(twice.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(twice.map(({ body }) => body.id)).size).toBe(1);
    const again = await brings(worker, 'evidence', file, key);
    expect(again.body.id).toBe(twice[0]?.body.id);
    const after = await kept();
    expect(after).toEqual({
      cards: before.cards + 1,
      heads: before.heads + 1,
      chunks: before.chunks + 1,
      keys: before.keys + 1,
    });
    expect((await brings(worker, 'receipt', file, key)).code).toBe('key.reused');
    expect((await brings(worker, 'evidence', await photoOf(401, 300), key)).code).toBe('key.reused');
    // So is the delivery that names it.
    const id = await carried();
    const tap = { key: uuidV7(), seenVersion: 4 };
    const input = { ...proof, photoFileId: again.body.id };
    const taps = await Promise.all([1, 2].map(() => act(worker, id, 'deliver', input, tap)));
    expect(taps.map(({ status }) => status)).toEqual([200, 200]);
    expect((await act(worker, id, 'deliver', input, tap)).status).toBe(200);
  });

  it('is named once, by whoever brought it, for what it was brought', async () => {
    const id = await carried();
    const mine = await idOf(worker, 'evidence');
    const refused = async (photoFileId: string) =>
      (await act(worker, id, 'deliver', { ...proof, photoFileId })).problem.errors;
    const unknown = [{ path: 'input.photoFileId', code: 'file.unknown' }];
    expect(await refused(await idOf(worker, 'receipt'))).toEqual(unknown);
    expect(await refused(await idOf(colleague, 'evidence'))).toEqual(unknown);
    expect(await refused('0'.repeat(24))).toEqual(unknown);
    expect((await errandSeenBy(worker, id)).state).toBe('onTheWay');
    expect((await reads(colleague, mine)).status).toBe(404);
    expect((await reads(office, mine)).status).toBe(404);
    await act(worker, id, 'deliver', { ...proof, photoFileId: mine });
    const next = await carried();
    expect((await act(worker, next, 'deliver', { ...proof, photoFileId: mine })).problem.errors).toEqual(
      unknown,
    );

    const wanted = await idOf(resident, 'prescription');
    const twice = await orderOf(resident, { fileIds: [wanted, wanted] });
    expect((await resident.calls('placeRequest', { body: twice })).problem.errors).toEqual([
      { path: 'fileIds.1', code: 'file.unknown' },
    ]);
    // The errand that was not placed names nothing.
    const [placed, other] = await Promise.all(
      [1, 2].map(async () =>
        resident.calls('placeRequest', { body: await orderOf(resident, { fileIds: [wanted] }) }),
      ),
    );
    expect([placed?.status, other?.status].sort()).toEqual([201, 422]);
    const many = await orderOf(resident, { fileIds: [1, 2, 3, 4].map((n) => String(n).repeat(24)) });
    expect((await resident.calls('placeRequest', { body: many })).problem.errors).toEqual([
      { path: 'fileIds', code: 'tooMany', params: { maximum: 3 } },
    ]);
  });

  it('is not for whoever sees an errand wait; the holder reads it as long as it takes', async () => {
    const wanted = await idOf(resident, 'order');
    const { id } = await place({ fileIds: [wanted] });
    expect(await errandSeenBy(colleague, id)).toMatchObject({ fileIds: [], details: null });
    expect((await reads(colleague, wanted)).status).toBe(404);
    await act(colleague, id, 'accept');
    expect((await reads(colleague, wanted, 'thumb')).status).toBe(200);
    await act(colleague, id, 'buy', { amountFen: 100 });
    await act(colleague, id, 'leave');
    const closed = await act(resident, id, 'confirm');
    expect(closed.body.steps.at(-1)).toMatchObject({ evidence: 'tap', fileIds: [] });
    expect(closed.body.money.hasReceipt).toBe(false);
    expect((await reads(colleague, wanted)).status).toBe(404);
  });

  it('is brought and seen by a mandate that may order', async () => {
    const parents = await community.signIn('resident', 3);
    const phone = '19912340311';
    await parents.gets('createMandate', { body: await mandateOf(parents, phone, { scopes: ['order'] }) });
    const daughter = await signInFrom(community, phone);
    const wanted = await idOf(daughter, 'prescription');
    expect((await reads(parents, wanted)).status).toBe(404);
    await daughter.gets('placeRequest', { body: await orderOf(parents, { fileIds: [wanted] }) });
    for (const caller of [parents, daughter]) expect((await reads(caller, wanted)).status).toBe(200);
  });

  it('is found by index', async () => {
    const { connection } = community.running.context;
    for (let i = 0; i < 12; i += 1) await brings(worker, 'evidence');
    const wanted = await idOf(resident, 'order');
    await place({ fileIds: [wanted] });
    const key = uuidV7();
    await brings(resident, 'order', undefined, key);
    const asks = [
      () => reads(resident, wanted),
      () => reads(resident, wanted, 'thumb'),
      () => brings(resident, 'order', undefined, key),
    ];
    for (const ask of asks) expect((await profile(connection, ask)).filter(isTooMuch)).toEqual([]);
  });

  it('that no request names is gone after a day; one that is named stays', async () => {
    const wanted = await idOf(resident, 'order');
    const { id } = await place({ fileIds: [wanted] });
    const left = await idOf(resident, 'order');
    expect((await reads(resident, left)).status).toBe(200);
    await community.timeIs('2026-11-23T10:10:00+08:00');
    const named = await community.running.context.connection
      .collection('files')
      .countDocuments({ requestId: { $exists: true } });
    await eventually(kept, (now) => now.cards === named);
    expect(await kept()).toEqual({ cards: named, heads: named, chunks: named, keys: 0 });
    expect((await reads(resident, left)).status).toBe(404);
    expect((await reads(resident, wanted)).status).toBe(200);
    const late = await orderOf(resident, { fileIds: [left] });
    expect((await resident.calls('placeRequest', { body: late })).problem.errors).toEqual([
      { path: 'fileIds.0', code: 'file.unknown' },
    ]);
    await act(resident, id, 'cancel', { reason: '下错了' });
  });
});

/** Announces a whole photo, sends half of it, and hangs up. */
function stopsInTheMiddle(url: string, token: string, bytes: Buffer): Promise<void> {
  const { hostname, port } = new URL(url);
  const head = [
    'POST /api/files?use=order HTTP/1.1',
    `Host: ${hostname}`,
    `Authorization: Bearer ${token}`,
    `Idempotency-Key: ${uuidV7()}`,
    'Content-Type: multipart/form-data; boundary=x',
    `Content-Length: ${bytes.length + 200}`,
    '',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n',
  ].join('\r\n');
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(head);
      socket.write(bytes.subarray(0, bytes.length / 2), () => socket.end());
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
    socket.resume();
  });
}
