import { groupCode, OneTimeCode } from '@shared/accounts/code';
import { Types } from 'mongoose';
import { consumeSecret, findSecret, makeSecret, Secrets, takeGuess } from '../../api/accounts';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const context = () => community.running.context;
const purpose = 'staffInvitation';

const make = (subject: string = String(new Types.ObjectId())) =>
  makeSecret(context(), {
    purpose,
    subject,
    communityId: new Types.ObjectId(),
    madeBy: new Types.ObjectId(),
    minutes: 10,
  });
const use = (code: string, by = new Types.ObjectId(), key = uuidV7()) =>
  consumeSecret(context(), { purpose, code, by, key });

it('a code is read out, typed with small letters and dashes, and found; the database holds only its hash', async () => {
  const { code } = await make();
  expect(
    OneTimeCode.parse(` ${groupCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')}`),
  ).toBe(code);
  expect((await findSecret(context(), purpose, code))?.purpose).toBe(purpose);
  expect(JSON.stringify(await Secrets(context()).find().lean())).not.toContain(code);
  expect((await make()).code).not.toBe(code);
});

it('of ten at once one has it; the same request again finds what it used, anybody else nothing', async () => {
  const { code } = await make();
  const people = Array.from({ length: 10 }, () => ({ by: new Types.ObjectId(), key: uuidV7() }));
  const tries = await Promise.all(
    people.map(async (who) => ({ who, got: await use(code, who.by, who.key) })),
  );
  const winners = tries.filter(({ got }) => got);
  expect(winners.map(({ got }) => got?.isRepeat)).toEqual([false]);
  const { by, key } = winners[0]?.who ?? { by: new Types.ObjectId(), key: uuidV7() };
  expect(await use(code, by, key)).toMatchObject({ isRepeat: true, secret: { usedBy: by } });
  expect(await use(code, by)).toBeNull();
  expect(await use(code, new Types.ObjectId(), key)).toBeNull();
});

it('is worth nothing for another purpose, after its minutes, after five wrong answers, and once a newer one is made', async () => {
  const { code } = await make();
  const other = { purpose: 'residentInvitation', code, by: new Types.ObjectId(), key: uuidV7() } as const;
  expect(await consumeSecret(context(), other)).toBeNull();
  await Secrets(context()).updateMany({}, { $set: { expiresAt: new Date(Date.now() - 1) } });
  expect([await findSecret(context(), purpose, code), await use(code)]).toEqual([null, null]);

  const guessed = (await make()).code;
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeGuess(context(), purpose, guessed)));
  expect(taken.filter(Boolean)).toHaveLength(5);
  expect([await findSecret(context(), purpose, guessed), await use(guessed)]).toEqual([null, null]);

  const subject = String(new Types.ObjectId());
  const older = await make(subject);
  const newer = await make(subject);
  expect([await use(older.code), (await use(newer.code))?.isRepeat]).toEqual([null, false]);
});
