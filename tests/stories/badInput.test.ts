import { Validator } from '@seriousme/openapi-schema-validator';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { documentOf, familyOf, personOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

describe('nonsense is refused by field and loses nothing', () => {
  it('names each faulty field of a declaration', async () => {
    const resident = await community.signIn('resident');
    const good = await familyOf(resident);
    const [first] = good.people;
    const faultsOf = async (changes: object) => {
      const answer = await resident.calls('declareReturn', { body: { ...good, ...changes } as never });
      expect(answer.status).toBe(422);
      return answer.problem.errors.map(({ path, code }) => `${path} ${code}`);
    };
    const wrongCheck = {
      ...first,
      document: {
        kind: 'residentId',
        number: documentOf(3).replace(/.$/, (last) => (last === '1' ? '2' : '1')),
      },
    };
    expect(await faultsOf({ people: [wrongCheck] })).toEqual(['people.0.document.number document.check']);
    expect(await faultsOf({ arrivedAt: '1990-01-01T00:00:00Z' })).toContain('arrivedAt time.tooEarly');
    expect(await faultsOf({ arrivedAt: '2099-01-01T00:00:00Z' })).toEqual(['arrivedAt time.tooLate']);
    expect(await faultsOf({ dwellingId: 'f'.repeat(24) })).toEqual(['dwellingId dwelling.unknown']);
    expect(await faultsOf({ people: Array.from({ length: 51 }, (_, i) => personOf('王一', i, i)) })).toEqual([
      'people tooMany',
    ]);
    expect(await faultsOf({ people: [{ ...first, name: '长'.repeat(100_000) }] })).toEqual([
      'people.0.name tooLong',
    ]);
    expect(await faultsOf({ people: [{ ...first, phone: undefined }] })).toEqual(['people.0.phone required']);
    expect(await faultsOf({ origin: { divisionCode: '999999' } })).toEqual([
      'origin.divisionCode division.unknown',
    ]);
    expect((await resident.gets('listReturns')).items).toEqual([]);
  });

  it('refuses a body of 20 MB, a broken body and a missing key with a name', async () => {
    const resident = await community.signIn('resident');
    const post = (body: string) =>
      fetch(`${community.running.url}/api/returns`, {
        method: 'POST',
        body,
        headers: {
          Authorization: `Bearer ${resident.session.accessToken}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': uuidV7(),
        },
      });
    const large = await post(JSON.stringify({ note: 'x'.repeat(20_000_000) }));
    expect([large.status, (await large.json()) as object]).toEqual([
      413,
      expect.objectContaining({ code: 'body.tooLarge', errors: [expect.objectContaining({ path: 'body' })] }),
    ]);
    expect((await post('{"people":')).status).toBe(400);
    const keyless = await resident.calls('declareReturn', { body: await familyOf(resident), key: null });
    expect(keyless.code).toBe('key.missing');
  });

  it('refuses a place in a list that nobody gave, and a token that is none', async () => {
    const office = await community.signIn('office');
    const forged = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
    for (const operation of [
      'listReturns',
      'listObservations',
      'listCommunities',
      'listGrids',
      'getWorklist',
    ] as const) {
      for (const values of [
        ['x'],
        ['x', 'x', 'x'],
        [{ $gt: '' }],
        ['9', '2026-99-99T99:99:99.999Z', 'f'.repeat(24)],
        'x',
      ]) {
        const answer = await office.calls(operation, { query: { cursor: forged(values) } });
        expect([answer.code, answer.problem.errors]).toEqual([
          'input.invalid',
          [{ path: 'cursor', code: 'format' }],
        ]);
      }
    }
    const part = (text: string) => Buffer.from(text).toString('base64url');
    const head = part(JSON.stringify({ typ: 'JWT', alg: 'HS256', kid: 't1' }));
    for (const token of [`${head}.${part('no claims')}.${part('x')}`, 'a.b.c', head, '..']) {
      const answer = await fetch(`${community.running.url}/api/me`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        401,
        'session.missing',
      ]);
    }
  });

  it('reads one file of an upload and nothing beside it', async () => {
    const office = await community.signIn('office');
    const form = new FormData();
    for (let i = 0; i < 20; i += 1) form.append(`more${i}`, 'x'.repeat(1000));
    form.append('file', new Blob(['x']), 'roster.xlsx');
    const answer = await fetch(`${community.running.url}/api/roster/imports?dryRun=true`, {
      method: 'POST',
      body: form,
      headers: { Authorization: `Bearer ${office.session.accessToken}`, 'Idempotency-Key': uuidV7() },
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      400,
      'body.unreadable',
    ]);
  });

  it('describes itself by a valid OpenAPI 3.1 document', async () => {
    const document = (await (await fetch(`${community.running.url}/openapi.json`)).json()) as {
      openapi: string;
      paths: object;
    };
    expect(document.openapi).toBe('3.1.0');
    const { valid, errors } = await new Validator().validate(document as never);
    expect([valid, errors]).toEqual([true, undefined]);
    expect(Object.keys(document.paths)).toContain('/api/returns/{id}/verify');
  });
});
