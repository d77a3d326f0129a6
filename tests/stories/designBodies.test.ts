import type { DeclarationInput } from '@shared/returns/declaration';
import { documentOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

const id = expect.stringMatching(/^[0-9a-f]{24}$/);
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

/** What every client may rely on in the reply to a declaration. */
const declaredView = (dwellingId: string | null) => ({
  id,
  state: 'declared',
  version: 1,
  residentId: id,
  dwellingId,
  responsible: {
    name: expect.stringMatching(/./),
    phone: expect.stringMatching(/^\d+$/),
    reason: expect.arrayContaining([{ code: expect.any(String), params: expect.any(Object) }]),
  },
  dueAt: instant,
  actions: ['update', 'withdraw'],
});

/** The declaration as the public contract prints it, of one person. */
function printedDeclaration(place: object, name: string, n: number) {
  return {
    ...place,
    source: 'self',
    origin: { divisionCode: '610100' },
    leftAt: '2026-11-21T02:00:00Z',
    arrivedAt: '2026-11-22T07:20:00Z',
    transport: { kind: 'train', number: 'G652', seat: '05-12F' },
    people: [
      {
        name,
        document: { kind: 'residentId', number: documentOf(n) },
        phone: '19912340001',
        relation: 'self',
        symptoms: [],
        reading: {
          celsius: 36.5,
          method: 'forehead',
          takenAt: '2026-11-22T01:30:00Z',
          medicine: false,
          confirmed: [],
        },
      },
    ],
  };
}

async function atHome(number: number) {
  const resident = await community.signIn('resident', number);
  const { household } = await resident.gets('getMe');
  const [dwellingId, householdId] = [household?.dwellingId ?? '', household?.id ?? ''];
  const name = household?.people[0]?.name ?? '';
  return { resident, dwellingId, householdId, name };
}

/** Declares as printed, at home, and answers the id. */
async function declares(number: number): Promise<string> {
  const { resident, dwellingId, householdId, name } = await atHome(number);
  const body = printedDeclaration({ dwellingId, householdId }, name, number) as DeclarationInput;
  return (await resident.gets('declareReturn', { body })).returns[0]?.id ?? '';
}

describe('the printed bodies are accepted as they are printed', () => {
  it('declareReturn with a door of the list', async () => {
    const { resident, dwellingId, householdId, name } = await atHome(1);
    const body = printedDeclaration({ dwellingId, householdId }, name, 1);
    const answer = await resident.calls('declareReturn', { body: body as DeclarationInput });
    expect([answer.status, answer.code]).toEqual([201, null]);
    expect(answer.body).toMatchObject({
      partyId: id,
      returns: [{ ...declaredView(dwellingId), householdId }],
    });
  });

  it('declareReturn with a community and an address that is not in the list: the office places it', async () => {
    const stranger = await community.stranger('o-unlisted');
    const { items: communities } = await stranger.gets('listCommunities');
    const address = { estate: '城南小区', building: '99号楼', unit: '1单元', floor: '3', room: '302' };
    const body = printedDeclaration({ communityId: communities[0]?.id, address }, '梁远归', 2);
    const answer = await stranger.calls('declareReturn', { body: body as DeclarationInput });
    expect([answer.status, answer.code]).toEqual([201, null]);
    // Acting on it takes the token of the membership that came with it.
    const view = declaredView(null);
    expect(answer.body.returns).toMatchObject([{ ...view, actions: expect.any(Array) }]);
    const params = { id: answer.body.returns[0]?.id ?? '' };
    expect(await (await stranger.refreshes()).gets('getReturn', { params })).toMatchObject(view);

    const { items } = await (await community.signIn('office')).gets('getWorklist');
    const title = { code: 'return.placeAddress' };
    expect(items.find((item) => item.id === params.id)).toMatchObject({ mine: true, title });
  });

  it('declareReturn with every kind of document, transport and source, and from a country', async () => {
    const { resident, dwellingId, name } = await atHome(3);
    const printed = printedDeclaration({ dwellingId }, name, 3);
    const [first] = printed.people;
    const others = [
      { kind: 'passport', number: 'E12345678' },
      { kind: 'other', number: 'H60312345' },
      { kind: 'none', reason: '新生儿' },
    ].map((document, i) => ({
      name: `${name.slice(0, 1)}家人${'甲乙丙'[i]}`,
      document,
      relation: 'child',
      symptoms: [],
    }));
    const body = { ...printed, origin: { country: 'KR' }, people: [first, ...others] };
    const answer = await resident.calls('declareReturn', { body: body as DeclarationInput });
    expect([answer.status, answer.problem.errors]).toEqual([201, undefined]);
    expect(answer.body.returns).toHaveLength(4);
    for (const view of answer.body.returns) expect(view).toMatchObject(declaredView(dwellingId));
    for (const kind of ['flight', 'train', 'coach', 'car', 'ship'])
      for (const source of ['self', 'family', 'mandate', 'desk', 'noticeQr', 'list']) {
        const changed = { ...printed, source, transport: { kind, number: 'X1' } };
        const repeated = await resident.calls('declareReturn', { body: changed as DeclarationInput });
        expect([kind, source, repeated.status]).toEqual([kind, source, 201]);
      }
  });

  it('verifyReturn, confirm: the observation with its last day and its slots', async () => {
    const returnId = await declares(4);
    const worker = await community.signIn('worker', 4);
    const answer = await worker.calls('verifyReturn', {
      params: { id: returnId },
      body: {
        decision: 'confirm',
        seenVersion: 1,
        party: true,
        corrections: {},
        startEvent: { kind: 'leftArea', at: '2026-11-21T02:00:00Z' },
      },
    });
    expect([answer.status, answer.code]).toEqual([200, null]);
    expect(answer.body.returns).toHaveLength(1);
    // Day 1 is the 21st; confirmed on the 22nd before its first window closed: 13 days of two readings.
    expect(answer.body.returns[0]).toMatchObject({
      id: returnId,
      state: 'verified',
      version: 2,
      observation: { id, lastDay: '2026-12-04', slotCount: 26 },
    });
  });

  it('verifyReturn, confirm from the first day at home', async () => {
    const returnId = await declares(5);
    const worker = await community.signIn('worker', 5);
    const { returns } = await worker.gets('verifyReturn', {
      params: { id: returnId },
      body: {
        decision: 'confirm',
        seenVersion: 1,
        party: true,
        corrections: { transport: { kind: 'train', number: 'G653' } },
        startEvent: { kind: 'atHome', at: '2026-11-22T01:00:00Z' },
      },
    });
    expect(returns[0]).toMatchObject({
      state: 'verified',
      transport: { number: 'G653' },
      observation: { lastDay: '2026-12-05', slotCount: 28 },
    });
  });

  it('verifyReturn, reject: with a reason, and no observation', async () => {
    const returnId = await declares(6);
    const worker = await community.signIn('worker', 6);
    const answer = await worker.calls('verifyReturn', {
      params: { id: returnId },
      body: { decision: 'reject', seenVersion: 1, party: true, reason: '车次和日期对不上' },
    });
    expect([answer.status, answer.code]).toEqual([200, null]);
    expect(answer.body.returns[0]).toMatchObject({ id: returnId, state: 'rejected', version: 2 });
    expect(answer.body.returns[0]).not.toHaveProperty('observation');
  });
});
