import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';
import { check, observe } from '../kit/underObservation';

const community = startCommunity();
const shots = process.env.NUANLIN_SHOTS;

const bytesOf = (body: unknown): Buffer => body as Buffer;
/** With `NUANLIN_SHOTS=<folder>` a person can look at the paper. */
function keep(name: string, pdf: Buffer): void {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  writeFileSync(path.join(shots, `${name}.pdf`), pdf);
}

/** The text of a PDF as a reader takes it out: glyphs by the map of characters that the file carries for its fonts. */
function wordsOf(pdf: Buffer): string {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(
    ([, raw = '']) => {
      try {
        return [inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')];
      } catch {
        return [];
      }
    },
  );
  const maps = streams.filter((stream) => stream.includes('beginbfrange'));
  const characters = (stream: string): string[] =>
    [...stream.matchAll(/<([0-9a-f]{4,})>(?=[ \]])/g)].map(([, hex = '']) =>
      Buffer.from(hex, 'hex').swap16().toString('utf16le'),
    );
  return maps.flatMap(characters).join('');
}

describe('papers', () => {
  it('the record of a person for a hospital: small, with its characters, and its reading is recorded', async () => {
    const observed = await observe(community, 1);
    for (const [i, { id, opensAt }] of (await observed.slots()).slice(1, 12).entries()) {
      await community.timeIs(new Date(Date.parse(opensAt) + 3_600_000).toISOString());
      await observed.worker.gets('reportReading', {
        params: { id },
        body: readingAt(new Date(Date.parse(opensAt) + 3_500_000), i === 8 ? 38.2 : 36.3 + (i % 4) / 10, {
          filledBy: 'workerDoor',
          symptoms: i === 8 ? ['dryCough'] : [],
        }),
      });
    }
    const params = { id: observed.id };
    const started = Date.now();
    const masked = await observed.worker.calls('readRecord', { params });
    const took = Date.now() - started;
    process.stdout.write(`record: ${bytesOf(masked.body).length} B in ${took} ms\n`);
    expect([masked.status, masked.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const full = bytesOf(
      (await observed.worker.calls('readRecord', { params, query: { reason: 'emergency' } })).body,
    );
    keep('record', full);
    expect(full.subarray(0, 5).toString()).toBe('%PDF-');
    expect(full.length).toBeLessThan(300_000);
    const { household } = await observed.resident.gets('getMe');
    const name = household?.people.find(({ residentId }) => residentId === observed.residentId)?.name ?? '';
    const inFull = (pdf: Buffer) => [...name].every((character) => wordsOf(pdf).includes(character));
    expect([inFull(full), inFull(bytesOf(masked.body))]).toEqual([true, false]);
    for (const words of ['体温记录', '干咳', '发热'])
      for (const one of words) expect(wordsOf(full)).toContain(one);
    const log = await observed.worker.gets('getAccessLog', { params: { id: observed.residentId } });
    expect(log.items.filter(({ field }) => field === 'record')).toMatchObject([{ reason: 'emergency' }]);

    const health = await community.signIn('health');
    expect((await health.calls('readRecord', { params, query: { reason: 'emergency' } })).status).toBe(200);
    const neighbour = await community.signIn('resident', 2);
    expect((await neighbour.calls('readRecord', { params })).status).toBe(404);
    const early = await observed.resident.calls('readRelease', { params });
    expect([early.status, early.code]).toEqual([409, 'observation.movedOn']);
  });

  it('the release notice for the person, with the name in full', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const observed = await observe(community, 3);
    await community.timeIs('2026-12-06T08:00:00+08:00');
    const { version } = await check(observed);
    await (await community.signIn('office')).gets('releaseObservation', {
      params: { id: observed.id },
      body: { seenVersion: version },
    });
    const { body, status } = await observed.resident.calls('readRelease', { params: { id: observed.id } });
    keep('release-notice', bytesOf(body));
    expect(status).toBe(200);
    const { household } = await observed.resident.gets('getMe');
    const name = household?.people.find(({ residentId }) => residentId === observed.residentId)?.name ?? '';
    for (const character of `${name}解除居家观察`) expect(wordsOf(bytesOf(body))).toContain(character);
  });

  it('somebody with a fever whom nobody observes has a record too: of the own household, and of who looks after the fever', async () => {
    await community.timeIs('2026-11-22T10:00:00+08:00');
    const resident = await community.signIn('resident', 5);
    const { household } = await resident.gets('getMe');
    const { residentId = '', name = '' } = household?.people[0] ?? {};
    const params = { id: residentId };
    const body = { ...readingAt('2026-11-22T10:00:00+08:00', 38.5), occasion: 'extra' as const };
    await resident.gets('reportExtraReading', { params, body });

    const own = await resident.calls('readResidentRecord', { params });
    expect([own.status, own.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const paper = bytesOf(own.body);
    keep('resident-record', paper);
    for (const character of `${name}体温记录发热`) expect(wordsOf(paper)).toContain(character);

    const isInFull = (pdf: unknown) => [...name].every((one) => wordsOf(bytesOf(pdf)).includes(one));
    const query = { reason: 'emergency' as const };
    for (const role of ['health', 'office'] as const) {
      const staff = await community.signIn(role);
      const masked = await staff.calls('readResidentRecord', { params });
      const full = await staff.calls('readResidentRecord', { params, query });
      expect([masked.status, isInFull(masked.body), isInFull(full.body)]).toEqual([200, false, true]);
    }
    const log = await resident.gets('getAccessLog', { params });
    expect(log.items.filter(({ field }) => field === 'record')).toHaveLength(2);

    const neighbour = await community.signIn('resident', 2);
    expect((await neighbour.calls('readResidentRecord', { params })).status).toBe(404);
    // Of somebody who is well the health station reads nothing.
    const well = await community.signIn('resident', 6);
    const id = (await well.gets('getMe')).household?.people[0]?.residentId ?? '';
    const health = await community.signIn('health');
    expect((await health.calls('readResidentRecord', { params: { id }, query })).status).toBe(404);
  });
});
