import { guess, isAlive, madeAt, type OneTime } from '@shared/accounts/oneTime';
import { invitationMinutes } from '@shared/roster/binding';
import fc from 'fast-check';
import { Types } from 'mongoose';
import {
  codeSeconds,
  consumeCode,
  consumeSecret,
  findSecret,
  issueCode,
  makeSecret,
  returnGuess,
  Secrets,
  takeGuess,
} from '../../api/accounts';
import { openMessages } from '../../api/notices/openMessages';
import { Outgoing } from '../../api/notices/outgoing';
import { inTransaction } from '../../api/platform/mongo';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { isLongRun } from '../kit/longRun';
import { otherThan } from '../kit/phoneMessages';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const ctx = () => community.running.context;

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: isLongRun ? 100 : 30, seed };
beforeAll(() => process.stdout.write(`one-time in the database: FC_SEED=${seed}\n`));

/** What happens to it, in any order: some answers at once, and time that goes by. */
const events = (seconds: number) =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant({ kind: 'wrong' as const }) },
      { weight: 2, arbitrary: fc.constant({ kind: 'right' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'rightTwice' as const }) },
      {
        weight: 1,
        arbitrary: fc.integer({ min: 1, max: seconds }).map((by) => ({ kind: 'wait' as const, seconds: by })),
      },
    ),
    { maxLength: 9 },
  );
type Event = ReturnType<typeof events> extends fc.Arbitrary<(infer E)[]> ? E : never;

interface Held {
  /** Tries one answer; whether it opened. */
  answer(isRight: boolean): Promise<boolean>;
  /** So many seconds go by: codes live by machine time. */
  age(seconds: number): Promise<unknown>;
}

/** The database and the rule side by side: each opens exactly where the other does. */
async function livesByTheRule(
  held: Held,
  seconds: number,
  happening: Event[],
): Promise<OneTime & { now: number }> {
  let one = madeAt(0, seconds);
  let now = 0;
  const judge = (isRight: boolean) => {
    const judged = guess(one, isRight, now);
    one = judged.one;
    return judged.opens;
  };
  for (const event of happening) {
    if (event.kind === 'wait') {
      await held.age(event.seconds);
      now += event.seconds * 1000;
    } else if (event.kind === 'rightTwice') {
      const opened = await Promise.all([held.answer(true), held.answer(true)]);
      expect(opened.filter(Boolean)).toHaveLength(judge(true) ? 1 : 0);
    } else {
      const isRight = event.kind === 'right';
      expect(await held.answer(isRight)).toBe(judge(isRight));
    }
  }
  return { ...one, now };
}

const earlier = (at: Date, seconds: number) => new Date(at.getTime() - seconds * 1000);

describe('a code on a telephone', () => {
  it('lives by the rule, whatever the order', async () => {
    let n = 0;
    const held = async (): Promise<Held> => {
      n += 1;
      const phone = `199${String(30_000_000 + n)}`;
      const wish = { _id: `test:${phone}`, proves: phone };
      await issueCode(ctx(), { ...wish, phone, template: 'signInCode' });
      const [sent] = await openMessages(
        ctx(),
        await Outgoing(ctx()).find().sort({ _id: -1 }).limit(1).lean(),
      );
      const code = sent?.params.code ?? '';
      const codes = ctx().connection.collection<{ _id: string; expiresAt: Date }>('phoneCodes');
      return {
        answer: (isRight) =>
          consumeCode(ctx(), { ...wish, code: isRight ? code : otherThan(code) }).then(
            () => true,
            () => false,
          ),
        async age(seconds) {
          const doc = await codes.findOne({ _id: wish._id });
          if (!doc) return;
          await codes.updateOne({ _id: wish._id }, { $set: { expiresAt: earlier(doc.expiresAt, seconds) } });
        },
      };
    };
    await fc.assert(
      fc.asyncProperty(events(codeSeconds), async (happening) => {
        await livesByTheRule(await held(), codeSeconds, happening);
      }),
      runs,
    );
  });
});

describe('an invitation at the door', () => {
  const purpose = 'residentInvitation';
  const by = new Types.ObjectId();

  /** As a phone answers it: a guess is taken first; a right answer gives it back and uses the invitation up. */
  async function answer(code: string, isRight: boolean): Promise<boolean> {
    const taken = await takeGuess(ctx(), purpose, code);
    if (!taken || !isRight) return false;
    return inTransaction(ctx(), async (session) => {
      await returnGuess(ctx(), taken, session);
      const used = await consumeSecret(ctx(), { purpose, code, by, key: uuidV7() }, session);
      return Boolean(used);
    });
  }

  it('lives by the rule, whatever the order', async () => {
    const seconds = invitationMinutes * 60;
    await fc.assert(
      fc.asyncProperty(events(seconds), async (happening) => {
        const subject = String(new Types.ObjectId());
        const about = { purpose, subject, communityId: new Types.ObjectId(), madeBy: by } as const;
        const { code } = await makeSecret(ctx(), { ...about, minutes: invitationMinutes });
        const held: Held = {
          answer: (isRight) => answer(code, isRight),
          async age(by) {
            const doc = await Secrets(ctx()).findOne({ subject }).lean();
            await Secrets(ctx()).updateOne(
              { subject },
              { $set: { expiresAt: earlier(doc?.expiresAt as Date, by) } },
            );
          },
        };
        const { now, ...one } = await livesByTheRule(held, seconds, happening);
        expect((await findSecret(ctx(), purpose, code)) !== null).toBe(isAlive(one, now));
      }),
      runs,
    );
  });
});
