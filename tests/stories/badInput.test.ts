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
