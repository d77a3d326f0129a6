import { type Running, serve } from '../../api/main';
import { readConfig } from '../../api/platform/config';
import { type MessageStub, startMessageStub } from '../../scripts/messages/stub';
import type { Answer } from '../kit/caller';
import { callerOf } from '../kit/caller';
import { eventually } from '../kit/eventually';
import { codeOn, lastMessage, otherThan } from '../kit/phoneMessages';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const db = () => community.running.context.connection;
const ask = (phone: string) => community.anybody.calls('requestSignInCode', { body: { phone } });
const enter = (phone: string, code: string) =>
  community.anybody.calls('createCodeSession', { body: { phone, code } });

/** So many seconds go by for the codes, which live by machine time. */
async function codesAge(seconds: number): Promise<void> {
  const codes = db().collection('phoneCodes');
  for (const doc of await codes.find({}).toArray()) {
    const earlier = (at: Date) => new Date(at.getTime() - seconds * 1000);
    await codes.updateOne(
      { _id: doc._id },
      { $set: { againAt: earlier(doc.againAt), expiresAt: earlier(doc.expiresAt) } },
    );
  }
}

/** Everything of an answer that somebody could compare. */
const seen = ({ status, body }: Answer<unknown>) => {
  const { requestId: _, ...rest } = body as { requestId?: string };
  return { status, ...rest };
};

describe('a code on the telephone', () => {
  it('signs in whoever can read it, the same account each time', async () => {
    const phone = '19955500001';
    expect(seen(await ask(phone))).toEqual({ status: 202, againInSeconds: 60, expiresInSeconds: 300 });
    const first = await enter(phone, await codeOn(community, phone));
    expect([first.status, first.body.account.memberships]).toEqual([201, []]);
    await ask(phone);
    const second = await enter(` +86 ${phone}`, await codeOn(community, phone));
    expect(second.body.account.id).toBe(first.body.account.id);
  });

  it('is asked for alike by those we know and those we do not', async () => {
    const known = '19929649807';
    const [one, other] = [await ask(known), await ask('19955500002')];
    expect(seen(one)).toEqual(seen(other));
    const wrong = await Promise.all(
      [known, '19955500002', '19955500003'].map((phone) => enter(phone, '000000')),
    );
    for (const answer of wrong) expect(seen(answer)).toEqual(seen(wrong[0] as Answer<unknown>));
    expect(wrong[0]?.code).toBe('code.wrong');
    // Somebody who works here comes in as that.
    const { body } = await enter(known, await codeOn(community, known));
    expect(body.account.memberships.length).toBeGreaterThan(0);
  });

  it('is good once, also for two phones at the same moment', async () => {
    const phone = '19955500004';
    await ask(phone);
    const code = await codeOn(community, phone);
    const answers = await Promise.all([1, 2, 3, 4].map(() => enter(phone, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422]);
    expect((await enter(phone, code)).code).toBe('code.wrong');
  });

  it('ends after five wrong guesses, also when they come all at once', async () => {
    for (const [phone, isAtOnce] of [
      ['19955500005', false],
      ['19955500006', true],
    ] as const) {
      await ask(phone);
      const code = await codeOn(community, phone);
      const guess = () => enter(phone, otherThan(code));
      if (isAtOnce) await Promise.all(Array.from({ length: 20 }, guess));
      else for (let i = 0; i < 5; i += 1) expect((await guess()).code).toBe('code.wrong');
      expect((await enter(phone, code)).code).toBe('code.wrong');
    }
    const phone = '19955500007';
    await ask(phone);
    const code = await codeOn(community, phone);
    for (let i = 0; i < 4; i += 1) await enter(phone, otherThan(code));
    expect((await enter(phone, code)).status).toBe(201);
  });

  it('lasts five minutes, is asked for again after one, and ends when there is a new one', async () => {
    const phone = '19955500008';
    await ask(phone);
    const first = await codeOn(community, phone);
    const soon = await ask(phone);
    expect([soon.code, Number(soon.headers.get('Retry-After')) > 50]).toEqual(['tooManyRequests', true]);
    await codesAge(61);
    const both = await Promise.all([ask(phone), ask(phone)]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 429]);
    const second = await codeOn(community, phone);
    expect(second).not.toBe(first);
    expect((await enter(phone, first)).code).toBe('code.wrong');
    await codesAge(301);
    expect((await enter(phone, second)).code).toBe('code.wrong');
  });

  it('is sent ten times a day to one telephone, whoever asks', async () => {
    const phone = '19955500009';
    for (let i = 0; i < 10; i += 1) {
      expect((await ask(phone)).status).toBe(202);
      await codesAge(61);
    }
    const refused = await ask(phone);
    expect([refused.code, Number(refused.headers.get('Retry-After')) > 3600]).toEqual([
      'tooManyRequests',
      true,
    ]);
  });

  it('stands nowhere in clear, nor does the telephone', async () => {
    const phone = '19955500010';
    await ask(phone);
    const code = await codeOn(community, phone);
    for (const name of ['phoneCodes', 'outgoing', 'limits', 'accounts']) {
      const text = JSON.stringify(await db().collection(name).find({}).toArray());
      expect(text).not.toContain(phone);
      expect(text).not.toContain(`"${code}"`);
    }
  });
});

const secret = 'a-secret-of-the-gateway';
describe('the message gateway', () => {
  let stub: MessageStub;
  beforeAll(async () => {
    stub = await startMessageStub(secret);
    const { createMessagePort } = await import('../../api/platform/messagePort');
    const { context } = community.running;
    context.messages = createMessagePort({ ...context.config, messages: { url: stub.url, secret } });
  });
  afterAll(() => stub.close());

  const deliveredTo = (phone: string) => stub.delivered.filter(({ to }) => to === phone);
  const stateIs = (phone: string, state: string) =>
    eventually(
      () => lastMessage(community, phone),
      (message) => message?.state === state,
    );
  /** The pause before the next try is over. */
  const nextTry = () =>
    db()
      .collection('outgoing')
      .updateMany({ nextStepAt: { $exists: true } }, { $set: { nextStepAt: new Date(0) } });

  it('gets each message once, signed, and its answer is kept', async () => {
    const phone = '19955500020';
    await ask(phone);
    await stateIs(phone, 'sent');
    expect(deliveredTo(phone)).toEqual([
      {
        id: expect.any(String),
        to: phone,
        template: 'signInCode',
        params: { code: await codeOn(community, phone) },
      },
    ]);
    const kept = await db()
      .collection('outgoing')
      .findOne({}, { sort: { _id: -1 } });
    expect(kept).toMatchObject({ state: 'sent', attempts: 1, reference: expect.stringMatching(/^r/) });
  });

  it('is asked again under the same id when its answer was lost, or when it was busy', async () => {
    const phone = '19955500021';
    stub.answerNext('lost', 503, 429);
    await ask(phone);
    for (const attempts of [1, 2, 3]) {
      await eventually(
        () =>
          db()
            .collection('outgoing')
            .findOne({}, { sort: { _id: -1 } }),
        (doc) => doc?.state === 'waiting' && doc.attempts === attempts,
      );
      await nextTry();
    }
    await stateIs(phone, 'sent');
    expect(deliveredTo(phone)).toHaveLength(1);
  });

  it('is not asked again about what it refuses, nor for a code that is over', async () => {
    const [bad, late] = ['19955500022', '19955500023'];
    stub.answerNext(400);
    await ask(bad);
    await stateIs(bad, 'refused');
    stub.answerNext(503);
    await ask(late);
    await stateIs(late, 'waiting');
    await db()
      .collection('outgoing')
      .updateMany({ state: 'waiting' }, { $set: { goodUntil: new Date(0) } });
    await nextTry();
    await stateIs(late, 'expired');
    expect([...deliveredTo(bad), ...deliveredTo(late)]).toEqual([]);
  });

  it('refuses what is not signed by us', async () => {
    const answer = await fetch(stub.url, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(401);
  });
});

describe('in production', () => {
  let stub: MessageStub;
  const during = async (settings: Record<string, string>, run: (running: Running) => Promise<void>) => {
    const { NUANLIN_NOW: _set, ...environment } = community.environment;
    const NUANLIN_DB = `${environment.NUANLIN_DB}_p`;
    const running = await serve(
      readConfig({ ...environment, NUANLIN_DB, NUANLIN_MODE: 'production', ...settings }),
    );
    try {
      await run(running);
    } finally {
      await running.context.connection.dropDatabase();
      await running.stop();
    }
  };
  beforeAll(async () => {
    stub = await startMessageStub(secret);
  });
  afterAll(() => stub.close());

  it('the text and its key are gone as soon as it has left, and there is no page to read it on', async () => {
    const gateway = { NUANLIN_MESSAGE_URL: stub.url, NUANLIN_MESSAGE_SECRET: secret };
    await during(gateway, async ({ url, context }) => {
      const somebody = callerOf(url);
      const phone = '19955500030';
      expect((await somebody.calls('requestSignInCode', { body: { phone } })).status).toBe(202);
      const outgoing = () => context.connection.collection('outgoing').findOne({});
      const sent = await eventually(outgoing, (doc) => doc?.state === 'sent');
      expect(sent).not.toHaveProperty('sealed');
      const isGone = () => context.connection.collection('dataKeys').countDocuments();
      await eventually(isGone, (keys) => keys === 0);
      const code = stub.delivered[0]?.params.code ?? '';
      expect((await somebody.calls('createCodeSession', { body: { phone, code } })).status).toBe(201);
      for (const [operation, body] of [
        ['listDemoMessages', undefined],
        ['moveDemoClock', { to: '2030-01-01T00:00:00Z' }],
      ] as const)
        expect((await somebody.calls(operation, { ...(body && { body }) } as never)).status).toBe(404);
    });
  });

  it('without a gateway no code is promised', async () => {
    await during({}, async ({ url }) => {
      const answer = await callerOf(url).calls('requestSignInCode', { body: { phone: '19955500031' } });
      expect([answer.status, answer.code]).toEqual([503, 'message.unavailable']);
    });
  });

  it('a gateway needs a secret', () => {
    const settings = { ...community.environment, NUANLIN_MESSAGE_URL: stub.url };
    expect(() => readConfig(settings)).toThrow('NUANLIN_MESSAGE_SECRET');
  });
});
