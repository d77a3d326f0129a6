import { Types } from 'mongoose';
import { dataKeyId } from '../../api/platform/sealing';
import { openResident, Residents } from '../../api/roster';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Answer, Caller } from '../kit/caller';
import { caseSeenBy, onlyCases } from '../kit/cases';
import { declarationOf, leftArea, personOf } from '../kit/family';
import { codeOn, lastMessage, otherThan } from '../kit/phoneMessages';
import { readingAt } from '../kit/readings';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const db = () => community.running.context.connection;
const count = (name: string) => db().collection(name).countDocuments();

interface Home {
  residentId: string;
  householdId: string;
  dwellingId: string;
  phone: string;
  name: string;
  last4: string;
}

/** The head of the numbered demo family, as the roster has them; their demo sign-in is taken away. */
async function home(number: number): Promise<Home> {
  const resident = await community.signIn('resident', number);
  const { household } = await resident.gets('getMe');
  const me = household?.people.find(({ isMe }) => isMe);
  const { context } = community.running;
  const doc = await Residents(context).findById(me?.residentId).lean();
  if (!doc || !household) throw new Error('nobody lives there');
  const keyId = dataKeyId('roster', doc._id);
  const {
    phone = '',
    name = '',
    document,
  } = openResident(doc, (await context.seals.load([keyId])).get(keyId));
  await resident.gets('unbindAccount', { params: { id: resident.session.account.active ?? '' } });
  await db()
    .collection('accounts')
    .updateOne(
      { _id: new Types.ObjectId(resident.session.account.id) },
      { $unset: { phoneIndex: 1, phone: 1 } },
    );
  return {
    residentId: String(doc._id),
    householdId: household.id,
    dwellingId: household.dwellingId ?? '',
    phone,
    name,
    last4: document?.kind === 'residentId' ? document.number.slice(-4) : '',
  };
}

const ask = (caller: Caller, { dwellingId, phone }: Pick<Home, 'dwellingId' | 'phone'>) =>
  caller.calls('requestBindingCode', { body: { dwellingId, phone } });
const bind = (caller: Caller, { dwellingId, phone }: Home, code: string, key = uuidV7()) =>
  caller.calls('bindAccount', { body: { by: 'code', dwellingId, phone, code }, key });
const householdOf = async (caller: Caller) => (await (await caller.refreshes()).gets('getMe')).household;

/** A minute goes by, and the day’s limit of everybody is forgotten. */
async function later(): Promise<void> {
  await db()
    .collection('phoneCodes')
    .updateMany({}, { $set: { againAt: new Date(0) } });
  await db().collection('limits').deleteMany({});
}

const seen = ({ status, body }: Answer<unknown>) => {
  const { requestId: _, ...rest } = body as { requestId?: string };
  return { status, ...rest };
};

describe('by the telephone that the roster has', () => {
  it('a phone nobody knew becomes the resident’s, and the family is told', async () => {
    const mine = await home(3);
    const stranger = await community.stranger('o-binds');
    expect((await ask(stranger, mine)).status).toBe(202);
    const message = await lastMessage(community, mine.phone);
    expect(message?.template).toBe('bindingCode');
    const key = uuidV7();
    const code = await codeOn(community, mine.phone);
    const answer = await bind(stranger, mine, code, key);
    expect([answer.status, answer.body.householdId]).toEqual([201, mine.householdId]);
    const household = await householdOf(stranger);
    expect(household?.people.filter(({ isMe }) => isMe).map(({ name }) => name)).toEqual([mine.name]);
    // The reply was lost: the same again is the same membership, not a wrong code.
    expect((await bind(stranger, mine, code, key)).body).toEqual(answer.body);
    expect((await bind(stranger, mine, otherThan(code), key)).code).toBe('key.reused');
    // The next phone in the household is no secret to the first.
    const next = await community.stranger('o-binds-too');
    await later();
    await ask(next, mine);
    await bind(next, mine, await codeOn(community, mine.phone));
    const accountId = stranger.session.account.id;
    const told = await db().collection('messages').find({ code: 'household.joined' }).toArray();
    expect(told.map((message) => String(message.accountId))).toEqual([accountId]);
    // From now on the telephone signs in as the account that proved it first.
    await later();
    await community.anybody.gets('requestSignInCode', { body: { phone: mine.phone } });
    const again = await community.anybody.gets('createCodeSession', {
      body: { phone: mine.phone, code: await codeOn(community, mine.phone) },
    });
    expect(again.account.id).toBe(accountId);
  });

  it('a wrong door, a wrong telephone and nobody at all are answered alike, after the same writes', async () => {
    const mine = await home(4);
    const other = await home(5);
    const cases = [
      mine,
      { ...mine, phone: '19955511111' },
      { ...mine, phone: other.phone },
      { ...mine, dwellingId: '0123456789abcdef01234567' },
    ];
    const asked: unknown[] = [];
    const judged: unknown[] = [];
    for (const [i, wanted] of cases.entries()) {
      const caller = await community.stranger(`o-guess-${i}`);
      await later();
      const before = [await count('outgoing'), await count('phoneCodes'), await count('dataKeys')];
      const answer = await ask(caller, wanted);
      const after = [await count('outgoing'), await count('phoneCodes'), await count('dataKeys')];
      asked.push({ ...seen(answer), wrote: after.map((n, j) => n - (before[j] ?? 0)) });
      judged.push(seen(await bind(caller, wanted, '000000')));
      expect(await householdOf(caller)).toBeNull();
    }
    expect(asked).toEqual(cases.map(() => ({ ...(asked[0] as object), status: 202, wrote: [1, 1, 1] })));
    expect(judged).toEqual(cases.map(() => judged[0]));
    expect(judged[0]).toMatchObject({ status: 422, code: 'code.wrong' });
    // Nothing left for those it is not.
    expect(await lastMessage(community, '19955511111')).toBeNull();
  });

  it('the code is for this door and this telephone, and for whoever asked', async () => {
    const mine = await home(6);
    const asker = await community.stranger('o-asker');
    await later();
    await ask(asker, mine);
    const code = await codeOn(community, mine.phone);
    const other = await community.stranger('o-other');
    expect((await bind(other, mine, code)).code).toBe('code.wrong');
    expect((await bind(asker, { ...mine, dwellingId: (await home(7)).dwellingId }, code)).code).toBe(
      'code.wrong',
    );
    expect((await bind(asker, mine, code)).status).toBe(201);
  });

  it('somebody who only said to live there does not open the door with the own telephone', async () => {
    const mine = await home(8);
    const liar = await community.stranger('o-liar');
    const phone = '19955522222';
    const person = { ...personOf('王自称', 0, 8800), phone };
    await liar.gets('declareReturn', {
      body: declarationOf({ dwellingId: mine.dwellingId, people: [person] }),
    });
    await later();
    const accomplice = await community.stranger('o-accomplice');
    expect((await ask(accomplice, { ...mine, phone })).status).toBe(202);
    expect(await lastMessage(community, phone)).toBeNull();
  });

  it('is limited for an account, whatever it guesses', async () => {
    const mine = await home(9);
    const guesser = await community.stranger('o-guesser');
    await later();
    const answers: (string | null)[] = [];
    for (let i = 0; i < 21; i += 1) {
      await db()
        .collection('phoneCodes')
        .updateMany({}, { $set: { againAt: new Date(0) } });
      answers.push((await ask(guesser, { ...mine, phone: `199555333${String(i).padStart(2, '0')}` })).code);
    }
    expect(answers).toEqual([...Array(20).fill(null), 'tooManyRequests']);
  });

  it('what was declared before as a stranger behind this door is the household’s from then on', async () => {
    const mine = await home(10);
    const stranger = await community.stranger('o-declared-first');
    // The document was typed differently from the roster’s: a household of its own, until now.
    const body = declarationOf({ dwellingId: mine.dwellingId, people: [personOf(mine.name, 0, 10_100)] });
    const { returns } = await stranger.gets('declareReturn', { body });
    expect(returns[0]?.householdId).not.toBe(mine.householdId);
    const before = await stranger.refreshes();
    await later();
    await ask(before, mine);
    expect((await bind(before, mine, await codeOn(community, mine.phone))).status).toBe(201);
    const after = await before.refreshes();
    expect(after.session.account.memberships).toMatchObject([
      { partyId: null, householdId: mine.householdId },
    ]);
    const { items } = await after.gets('listReturns');
    expect(items).toMatchObject([
      { id: returns[0]?.id, householdId: mine.householdId, residentId: mine.residentId, state: 'declared' },
    ]);
    const people = (await after.gets('getMe')).household?.people ?? [];
    expect(people.filter(({ name }) => name === mine.name)).toHaveLength(1);
    // The worker’s screen is still right.
    const worker = await community.signIn('worker', 10);
    const verified = await worker.calls('verifyReturn', {
      params: { id: returns[0]?.id ?? '' },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    expect(verified.status).toBe(200);
    expect((await after.gets('listObservations')).items).toHaveLength(1);
  });

  it('an open fever of the declared twin goes on in the one the household’s entry has; what it asked for still reaches somebody', async () => {
    const mine = await home(18);
    const worker = await community.signIn('worker', 18);
    const stranger = await community.stranger('o-two-fevers');
    const person = { ...personOf(mine.name, 0, 10_200), symptoms: ['dryCough'] };
    await stranger.gets('declareReturn', {
      body: declarationOf({ dwellingId: mine.dwellingId, people: [person] }),
    });
    const fever = (celsius: number) =>
      readingAt(community.running.context.clock.now(), celsius, { filledBy: 'workerPhone' });
    const { case: own } = await worker.gets('reportExtraReading', {
      params: { id: mine.residentId },
      body: fever(37.9),
    });
    const open = async () =>
      onlyCases((await worker.gets('listRequests', { query: { open: 'true' } })).items);
    const double = (await open()).find(({ id }) => id !== own?.id);
    expect(await open()).toHaveLength(2);
    const before = await stranger.refreshes();
    await later();
    await ask(before, mine);
    expect((await bind(before, mine, await codeOn(community, mine.phone))).status).toBe(201);

    const left = await open();
    expect(left).toMatchObject([{ id: own?.id, residentId: mine.residentId }]);
    expect(left[0]?.readings.map(({ celsius }) => celsius)).toEqual([37.9, null]);
    expect(left[0]?.steps.map(({ action }) => action)).toEqual(['raise', 'join']);
    const closed = await caseSeenBy(worker, double?.id ?? '');
    expect(closed).toMatchObject({
      ...{ state: 'closed', outcome: null, residentId: mine.residentId, householdId: mine.householdId },
      secondReading: { state: 'excused' },
    });
    expect(closed.steps.at(-1)).toMatchObject({ action: 'merge', by: null });
    const answer = await worker.calls('reportReading', {
      params: { id: closed.secondReading?.slotId ?? '' },
      body: fever(38.2),
    });
    expect([answer.status, answer.body.case?.id]).toEqual([201, own?.id]);
  });
});

describe('by an invitation', () => {
  const invite = async (residentId: string, worker: Caller) =>
    worker.gets('createInvitation', { params: { id: residentId } });
  const answer = (caller: Caller, code: string, last4: string, key = uuidV7()) =>
    caller.calls('bindAccount', { body: { by: 'invitation', code, last4 }, key });

  it('one phone of two at once is in; nobody after it', async () => {
    const mine = await home(11);
    const worker = await community.signIn('worker', 11);
    const { code, asks } = await invite(mine.residentId, worker);
    expect([asks, code]).toEqual(['document', expect.stringMatching(/^[0-9A-Z]{26}$/)]);
    const phones = await Promise.all([1, 2].map((n) => community.stranger(`o-at-once-${n}`)));
    const answers = await Promise.all(phones.map((phone) => answer(phone, code, mine.last4.toLowerCase())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const late = await community.stranger('o-late');
    expect((await answer(late, code, mine.last4)).code).toBe('invitation.ended');
    const { people } = await worker.gets('getHousehold', { params: { id: mine.householdId } });
    expect(people.filter(({ isBound }) => isBound).map(({ residentId }) => residentId)).toEqual([
      mine.residentId,
    ]);
    expect(JSON.stringify(await db().collection('invitations').find({}).toArray())).not.toContain(code);
  });

  it('a repeat after a lost reply is the same; five wrong answers end it, also all at once', async () => {
    const mine = await home(12);
    const worker = await community.signIn('worker', 12);
    const phone = await community.stranger('o-repeats');
    const first = (await invite(mine.residentId, worker)).code;
    const key = uuidV7();
    const wrong = await answer(phone, first, 'ZZZZ');
    expect([wrong.code, wrong.problem.params]).toEqual(['invitation.wrong', { left: 4 }]);
    const bound = await answer(phone, first, mine.last4, key);
    expect(bound.status).toBe(201);
    expect((await answer(phone, first, mine.last4, key)).body).toEqual(bound.body);

    const second = (await invite(mine.residentId, worker)).code;
    const guessers = await Promise.all([1, 2, 3].map((n) => community.stranger(`o-guesses-${n}`)));
    const guesses = await Promise.all(
      guessers.flatMap((guesser) => [0, 1, 2, 3].map((n) => answer(guesser, second, `000${n}`))),
    );
    expect(guesses.filter(({ code }) => code === 'invitation.wrong')).toHaveLength(5);
    expect((await answer(phone, second, mine.last4)).code).toBe('invitation.ended');
  });

  it('ends after ten minutes, with a newer one, and when the office takes the phones away', async () => {
    const mine = await home(13);
    const worker = await community.signIn('worker', 13);
    const phone = await community.stranger('o-too-late');
    const old = await invite(mine.residentId, worker);
    expect(Math.round((Date.parse(old.expiresAt) - Date.now()) / 60_000)).toBe(10);
    const newer = await invite(mine.residentId, worker);
    expect((await answer(phone, old.code, mine.last4)).code).toBe('invitation.ended');
    await db()
      .collection('invitations')
      .updateMany({}, { $set: { expiresAt: new Date(0) } });
    expect((await answer(phone, newer.code, mine.last4)).code).toBe('invitation.ended');

    const last = await invite(mine.residentId, worker);
    expect((await answer(phone, last.code, mine.last4)).status).toBe(201);
    const inside = await phone.refreshes();
    const office = await community.signIn('office');
    await office.gets('endBindings', { params: { id: mine.residentId } });
    expect((await inside.refreshes()).session.account.memberships).toEqual([]);
  });

  it('asks for the telephone of somebody without a document, and says so when the roster has neither', async () => {
    const mine = await home(14);
    const worker = await community.signIn('worker', 14);
    const residents = db().collection('residents');
    const one = await Residents(community.running.context).findById(mine.residentId).lean();
    await residents.updateOne(
      { _id: one?._id },
      { $unset: { documentIndex: 1, documentNumber: 1 }, $set: { documentKind: 'none' } },
    );
    const { code, asks } = await invite(mine.residentId, worker);
    expect(asks).toBe('phone');
    const phone = await community.stranger('o-no-document');
    expect((await answer(phone, code, mine.phone.slice(-4))).status).toBe(201);
    await residents.updateOne({ _id: one?._id }, { $unset: { phone: 1, phoneIndex: 1, phoneLast4Index: 1 } });
    const refused = await worker.calls('createInvitation', { params: { id: mine.residentId } });
    expect([refused.status, refused.code]).toEqual([409, 'invitation.nothingToAsk']);
  });
});
