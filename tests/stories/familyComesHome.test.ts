import { Types } from 'mongoose';
import { openPeople } from '../../api/roster';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { declarationOf, familyOf, leftArea, personOf } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();

describe('a family comes home', () => {
  it('declares once, is on the list of its grid worker, and has three observations after the confirmation', async () => {
    const resident = await community.signIn('resident', 1);
    const worker = await community.signIn('worker', 1);
    const neighbour = await community.signIn('worker', 2);

    const { partyId, returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    expect(returns.map(({ state, version, partyId: of }) => [state, version, of])).toEqual([
      ['declared', 1, partyId],
      ['declared', 1, partyId],
      ['declared', 1, partyId],
    ]);
    expect(returns[0]).toMatchObject({ actions: ['update', 'withdraw'] });
    // Declared a little after 10:00, so due a little after noon.
    expect(returns[0]?.dueAt).toMatch(/^2026-11-22T04:0/);
    expect(returns[0]?.responsible).toMatchObject({ account: worker.accountId, grid: { name: '1号楼' } });

    const { items, counts } = await worker.gets('getWorklist');
    expect(counts).toMatchObject({ open: 3, fever: 0, cases: 0, overdue: 0, leavings: 0, handovers: 0 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: returns[0]?.id,
      mine: true,
      title: { params: { people: 3, place: '陕西省西安市', number: 'G652' } },
    });
    expect((await neighbour.gets('getWorklist')).items).toEqual([]);

    const { returns: verified } = await worker.gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, party: true, startEvent: leftArea },
    });
    expect(
      verified.map(({ state, version, observation }) => [
        state,
        version,
        observation?.lastDay,
        observation?.slotCount,
      ]),
    ).toEqual(Array(3).fill(['verified', 2, '2026-12-05', 28]));
    // What is left to do today is the first follow-up, and the trash.
    expect((await worker.gets('getWorklist')).items.map(({ kind }) => kind)).toEqual(['visit', 'trash']);

    const { items: observations } = await resident.gets('listObservations');
    expect(observations).toHaveLength(3);
    expect(observations[0]).toMatchObject({
      state: 'open',
      day: 1,
      daysLeft: 13,
      firstDay: '2026-11-22',
      policy: { id: 'home-14', version: 1 },
    });
    const { items: slots } = await resident.gets('listSlots', {
      query: { observationId: observations[0]?.id, limit: 100 },
    });
    expect(slots).toHaveLength(28);
    expect(slots[0]).toMatchObject({ day: '2026-11-22', window: 'morning', state: 'open' });
    expect(slots[27]).toMatchObject({
      day: '2026-12-05',
      window: 'evening',
      closesAt: '2026-12-05T14:00:00.000Z',
    });
  });

  it('is not asked for what the roster knows, and nobody declares a neighbour that way', async () => {
    const resident = await community.signIn('resident', 9);
    const neighbour = await community.signIn('resident', 10);
    const { household } = await resident.gets('getMe');
    const [first] = household?.people ?? [];
    expect(first).toMatchObject({ hasDocument: true });
    const person = { residentId: first?.residentId ?? '', relation: 'self' as const, symptoms: [] };
    const body = declarationOf({ dwellingId: household?.dwellingId ?? '', people: [person] });

    const refused = await neighbour.calls('declareReturn', { body });
    expect(refused.problem).toMatchObject({
      code: 'input.invalid',
      errors: [{ path: 'people.0.residentId', code: 'choice' }],
    });

    const withPhone = { ...body, people: [{ ...person, phone: '19912340009' }] };
    const { returns } = await resident.gets('declareReturn', { body: withPhone });
    expect(returns[0]).toMatchObject({
      residentId: first?.residentId,
      person: { name: first?.name, document: { kind: 'residentId' } },
    });
  });

  it('finds the masked telephone only by a recorded reveal', async () => {
    const resident = await community.signIn('resident', 3);
    const worker = await community.signIn('worker', 3);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const id = returns[0]?.id ?? '';

    const seen = await worker.gets('getReturn', { params: { id } });
    expect(seen.person.name).toMatch(/^.\*\*$/);
    expect(seen.person.phone).toBe('199****0001');
    expect(seen.person.document.number).toMatch(/^610\*{11}\d{3}[\dX]$/);

    const { value } = await worker.gets('revealReturnField', {
      params: { id },
      body: { field: 'phone', reason: 'call' },
    });
    expect(value).toBe('19912340001');
    const log = await community.running.context.connection.collection('accessLog').find({}).toArray();
    expect(log).toHaveLength(1);
    expect(String(log[0]?.accountId)).toBe(worker.accountId);
    expect(log[0]).toMatchObject({ field: 'phone', reason: 'call', role: 'worker' });
  });

  it('shows 120 for a fever, and the fever is first on the list', async () => {
    const calm = await community.signIn('resident', 5);
    const ill = await community.signIn('resident', 6);
    const office = await community.signIn('office');
    await calm.gets('declareReturn', { body: await familyOf(calm) });
    const declaration = await familyOf(ill);
    const [first, ...others] = declaration.people;
    const reading = {
      celsius: 37.8,
      method: 'ear' as const,
      takenAt: '2026-11-22T09:40:00+08:00',
      medicine: false,
    };
    const { returns } = await ill.gets('declareReturn', {
      body: { ...declaration, people: [{ ...first, reading } as NonNullable<typeof first>, ...others] },
    });
    expect(returns.map(({ urgency }) => urgency)).toEqual(['fever', 'normal', 'normal']);
    const { items, counts } = await office.gets('getWorklist');
    expect(items.slice(0, 2)).toMatchObject([
      { kind: 'request', urgency: 'fever' },
      { kind: 'return', urgency: 'fever', id: returns[0]?.id },
    ]);
    expect(counts.fever).toBe(1);
  });

  it('is told why when it is rejected, and may declare again', async () => {
    const resident = await community.signIn('resident', 7);
    const worker = await community.signIn('worker', 7);
    const body = await familyOf(resident);
    const { returns } = await resident.gets('declareReturn', { body });
    const id = returns[0]?.id ?? '';
    await worker.gets('verifyReturn', {
      params: { id },
      body: { decision: 'reject', seenVersion: 1, party: true, reason: '车次和日期对不上，请核对后再报' },
    });
    const seen = await resident.gets('getReturn', { params: { id } });
    expect(seen).toMatchObject({
      state: 'rejected',
      rejected: { reason: '车次和日期对不上，请核对后再报' },
      actions: [],
    });
    const again = await resident.gets('declareReturn', { body });
    expect(again.partyId).not.toBe(returns[0]?.partyId);
  });

  it('corrects a declaration, keeps what it was, and withdraws it', async () => {
    const resident = await community.signIn('resident', 8);
    const { returns } = await resident.gets('declareReturn', { body: await familyOf(resident) });
    const id = returns[0]?.id ?? '';
    const changed = await resident.gets('updateReturn', {
      params: { id },
      body: { seenVersion: 1, transport: { kind: 'car', number: '陕A00001' } },
    });
    expect(changed).toMatchObject({ version: 2, transport: { kind: 'car', number: '陕A00001', seat: null } });
    const stored = await community.running.context.connection
      .collection('returns')
      .findOne({ state: 'declared', version: 2 });
    expect(stored?.history.map(({ action }: { action: string }) => action)).toEqual(['declare', 'update']);
    expect(JSON.stringify(stored?.history)).not.toContain('G652');

    const key = uuidV7();
    const withdrawn = { params: { id }, body: { seenVersion: 2, party: true }, key };
    expect((await resident.gets('withdrawReturn', withdrawn)).returns.map(({ state }) => state)).toEqual(
      Array(3).fill('withdrawn'),
    );
    expect((await resident.gets('withdrawReturn', withdrawn)).returns).toHaveLength(3);
  });

  it('is one return a person, also when the document is typed anew', async () => {
    const resident = await community.signIn('resident', 11);
    const { people, ...journey } = await familyOf(resident);
    const declare = (n: number) =>
      resident.gets('declareReturn', {
        body: {
          ...journey,
          people: people.map((person, i) => ({ ...person, document: personOf('', i, n).document })),
        },
      });
    const first = await declare(7000);
    const second = await declare(7100);
    expect(second.returns.map(({ id, version }) => [id, version])).toEqual(
      first.returns.map(({ id }) => [id, 2]),
    );
    const { items } = await resident.gets('listReturns');
    expect(items).toHaveLength(people.length);
  });

  it('stays a fever when somebody declares the same person without a temperature', async () => {
    const resident = await community.signIn('resident', 12);
    const { people, ...journey } = await familyOf(resident);
    const [first, ...others] = people;
    const reading = {
      celsius: 38.4,
      method: 'ear' as const,
      takenAt: '2026-11-22T09:40:00+08:00',
      medicine: false,
    };
    const declare = (...changed: object[]) =>
      resident.gets('declareReturn', {
        body: { ...journey, people: [...changed, ...others] as typeof people },
      });
    await declare({ ...first, reading });
    const { returns } = await declare({ ...first, phone: '19912340012' });
    expect(returns[0]).toMatchObject({ urgency: 'fever', version: 2, reading: { celsius: 38.4 } });
    await declare({ ...first, reading: { ...reading, celsius: 37.6 } });
    const { connection } = community.running.context;
    const kept = await connection
      .collection('extraReadings')
      .find({ 'about.id': new Types.ObjectId(returns[0]?.id) })
      .toArray();
    expect(kept.map(({ celsius }) => celsius)).toEqual([38.4, 37.6]);

    // Taken back alone, the fever leaves the list; the others stand where they belong.
    const id = returns[0]?.id ?? '';
    await resident.gets('withdrawReturn', { params: { id }, body: { seenVersion: 3 } });
    const { items } = await (await community.signIn('worker', 12)).gets('getWorklist');
    // The declaration is taken back; the fever stays until somebody has looked.
    expect(items.map(({ kind, urgency, title }) => [kind, urgency, title.params.people])).toEqual([
      ['request', 'fever', undefined],
      ['return', 'normal', others.length],
    ]);
  });

  it('on a new phone is the family the roster knows, once a worker has confirmed it', async () => {
    const resident = await community.signIn('resident', 13);
    const { household } = await resident.gets('getMe');
    const known = await openPeople(
      community.running.context,
      resident.session.account.memberships[0]?.communityId ?? '',
      household?.id ?? '',
    );
    // Of the two, one has a phone of the demo already.
    const spouse = household?.people.find(({ isMe, hasDocument }) => !isMe && hasDocument);
    const { name = '', document } = known.get(spouse?.residentId ?? '') ?? {};
    const phone = await community.stranger('o-new-phone');
    const person = { ...personOf(name, 0), document: document as never };
    const { returns } = await phone.gets('declareReturn', {
      body: declarationOf({ dwellingId: household?.dwellingId ?? '', people: [person] }),
    });
    expect(returns[0]).toMatchObject({ residentId: spouse?.residentId, householdId: household?.id });
    expect((await (await phone.refreshes()).gets('getMe')).household).toBeNull();
    await (await community.signIn('worker', 13)).gets('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    const me = await (await phone.refreshes()).gets('getMe');
    expect(me.household?.people.map(({ residentId }) => residentId)).toEqual(
      household?.people.map(({ residentId }) => residentId),
    );
  });

  it('lives where the confirmed declaration says, however often the door was said wrong', async () => {
    const newcomer = await community.stranger('o-wrong-door');
    const { items: communities } = await newcomer.gets('listCommunities');
    const communityId = communities[0]?.id ?? '';
    const doorOf = async (building: string) => {
      const query = { communityId, building, limit: 1 };
      return (await newcomer.gets('listDwellings', { query })).items[0];
    };
    const [first, second, right] = [await doorOf('15'), await doorOf('16'), await doorOf('17')];
    const declare = (caller: typeof newcomer, dwellingId: string | undefined) =>
      caller.gets('declareReturn', {
        body: declarationOf({ dwellingId: dwellingId ?? '', people: [personOf('钱搬家', 0, 9000)] }),
      });
    const { returns: wrong } = await declare(newcomer, first?.id);
    await (await newcomer.refreshes()).gets('withdrawReturn', {
      params: { id: wrong[0]?.id ?? '' },
      body: { seenVersion: 1 },
    });
    const { partyId, returns } = await declare(newcomer, second?.id);
    const id = returns[0]?.id ?? '';
    const office = await community.signIn('office');
    await office.gets('updateReturn', { params: { id }, body: { seenVersion: 1, dwellingId: right?.id } });
    await (await community.signIn('worker', 17)).gets('verifyReturn', {
      params: { id },
      body: { decision: 'confirm', seenVersion: 2, startEvent: leftArea },
    });
    const { connection } = community.running.context;
    const household = await connection
      .collection('households')
      .findOne({ _id: new Types.ObjectId(returns[0]?.householdId) });
    const resident = await connection
      .collection('residents')
      .findOne({ _id: new Types.ObjectId(returns[0]?.residentId) });
    expect([partyId === wrong[0]?.partyId, household?.door, household?.provisional]).toEqual([
      false,
      right?.door,
      false,
    ]);
    expect([resident?.householdId, resident?.provisional]).toEqual([household?._id, false]);
  });

  it('comes with more people than a page holds, and hides nobody behind it', async () => {
    const foreman = await community.signIn('resident', 14);
    const { people, ...journey } = await familyOf(foreman);
    const [first] = people;
    if (!first) throw new Error('nobody lives there');
    for (const [n, letter] of [...'甲乙丙丁戊己'].entries()) {
      const crew = [...'子丑寅卯辰巳午未申酉戌'].map((other, i) => ({
        ...personOf(`工${letter}${other}`, 3, 20_000 + n * 20 + i),
      }));
      await foreman.gets('declareReturn', { body: { ...journey, people: [first, ...crew] } });
    }
    const worker = await community.signIn('worker', 14);
    const [page] = [await worker.gets('getWorklist')];
    expect(page.counts.open).toBe(67);
    expect(page.items).toHaveLength(1);
    const rest = await worker.gets('getWorklist', { query: { cursor: page.next ?? '' } });
    expect(rest.items).toEqual([]);
  });
});
