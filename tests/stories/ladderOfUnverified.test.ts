import type { ReturnView } from '@shared/returns/view';
import { Types } from 'mongoose';
import { dueWorks } from '../../api/app';
import type { Context } from '../../api/context';
import { serve } from '../../api/main';
import { closeContext, openContext } from '../../api/openContext';
import { readConfig } from '../../api/platform/config';
import { type Due, type DueWork, sweepOnce } from '../../api/platform/sweep';
import { eventually } from '../kit/eventually';
import { familyOf, leftArea } from '../kit/family';
import { startCommunity } from '../kit/startCommunity';

const community = startCommunity();
const collection = (name: string) => community.running.context.connection.collection(name);

/** One person of the numbered household comes home alone, at a moment. */
async function declareAt(moment: string, number: number): Promise<ReturnView> {
  await community.timeIs(moment);
  const resident = await community.signIn('resident', number);
  const family = await familyOf(resident);
  const { returns } = await resident.gets('declareReturn', {
    body: { ...family, people: family.people.slice(0, 1) },
  });
  return returns[0] as ReturnView;
}

const roleOf = async (accountId: Types.ObjectId): Promise<string> =>
  String((await collection('memberships').findOne({ accountId }))?.role);

/** The rungs told so far, in the order in which they were written: rung, to what role. */
async function toldOf({ id }: ReturnView): Promise<string[]> {
  const messages = await collection('messages')
    .find({ 'about.id': id, code: 'return.unverified' })
    .sort({ $natural: 1 })
    .toArray();
  return Promise.all(
    messages.map(async ({ params, accountId }) => `${params.rung} ${await roleOf(accountId)}`),
  );
}

const storedOf = ({ id }: ReturnView) => collection('returns').findOne({ _id: new Types.ObjectId(id) });
/** A rung is told first and then written down: the document once it stands there. */
const storedAtStep = (of: ReturnView, step: number) =>
  eventually(
    () => storedOf(of),
    (stored) => stored?.step === step,
  );
const untilTold = (of: ReturnView, rungs: number) =>
  eventually(
    () => toldOf(of),
    (told) => told.length >= rungs,
  );

const everyRung = ['due worker', 'leader leader', 'office office', 'head office'];

/** What the sweep does every second, as far as it is due now. */
async function sweep(context: Context): Promise<void> {
  await context.clock.reload();
  for (const work of dueWorks) await sweepOnce(context, work as unknown as DueWork<Due>);
}
const sweepHere = () => sweep(community.running.context);

describe('a declaration nobody looks at', () => {
  it('is told rung by rung: worker, leader, office, head of the office', async () => {
    const declared = await declareAt('2026-11-22T10:30:00+08:00', 1);
    expect(Math.floor(Date.parse(declared.dueAt) / 60_000)).toBe(
      Date.parse('2026-11-22T12:30:00+08:00') / 60_000,
    );
    await sweepHere();
    expect(await toldOf(declared)).toEqual([]);
    const at = (minutes: number) =>
      community.timeIs(new Date(Date.parse(declared.dueAt) + minutes * 60_000).toISOString());
    for (const [rung, minutes] of [0, 30, 60, 120].entries()) {
      await at(minutes - 5);
      await sweepHere();
      expect(await toldOf(declared)).toEqual(everyRung.slice(0, rung));
      await at(minutes);
      expect(await untilTold(declared, rung + 1)).toEqual(everyRung.slice(0, rung + 1));
    }
    const stored = await storedAtStep(declared, 4);
    expect(stored?.rungs.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual(
      ['due', 'leader', 'office', 'head'].map((name) => [name, 'told']),
    );
    // Above the top there is nothing more to come.
    await at(24 * 60);
    await sweepHere();
    expect(await toldOf(declared)).toEqual(everyRung);
    expect(stored).not.toHaveProperty('nextStepAt');
  });

  it('tells each rung once when two processes sweep at the same time', async () => {
    const crowd: ReturnView[] = [];
    for (const number of [2, 3, 4, 5, 6]) crowd.push(await declareAt('2026-11-22T10:30:00+08:00', number));
    const { NUANLIN_NOW: _set, ...environment } = community.environment;
    const second = await openContext(readConfig(environment));
    for (const moment of ['2026-11-22T12:35', '2026-11-22T13:05', '2026-11-22T14:40']) {
      await community.timeIs(`${moment}:00+08:00`);
      await Promise.all([sweepHere(), sweep(second), sweepHere(), sweep(second)]);
    }
    await closeContext(second);
    for (const declared of crowd) {
      expect(await untilTold(declared, 4)).toEqual(everyRung);
      const stored = await storedAtStep(declared, 4);
      expect(stored?.rungs.map(({ name }: { name: string }) => name)).toEqual([
        'due',
        'leader',
        'office',
        'head',
      ]);
      expect(stored?.step).toBe(4);
    }
  });

  it('declared at 21:30 is due at 09:30 the next day, and nobody is woken', async () => {
    const declared = await declareAt('2026-11-22T21:30:00+08:00', 7);
    expect(declared.dueAt).toMatch(/^2026-11-23T01:30:/);
    for (const moment of ['2026-11-22T23:45', '2026-11-23T03:00', '2026-11-23T09:29']) {
      await community.timeIs(`${moment}:00+08:00`);
      await sweepHere();
      expect(await toldOf(declared)).toEqual([]);
    }
    await community.timeIs('2026-11-23T09:31:00+08:00');
    expect(await untilTold(declared, 1)).toEqual(['due worker']);
  });

  it('that came in the evening waits for the morning with what falls into the night', async () => {
    const declared = await declareAt('2026-11-24T19:50:00+08:00', 10);
    expect(declared.dueAt).toMatch(/^2026-11-24T13:50:/);
    await community.timeIs('2026-11-24T21:51:00+08:00');
    expect(await untilTold(declared, 1)).toEqual(['due worker']);
    await community.timeIs('2026-11-25T06:59:00+08:00');
    await sweepHere();
    expect(await toldOf(declared)).toEqual(['due worker']);
    await community.timeIs('2026-11-25T07:00:00+08:00');
    expect(await untilTold(declared, 4)).toEqual(everyRung);
  });

  it('is found by what is due, however many others there are', async () => {
    const { connection } = community.running.context;
    await connection.db?.command({ profile: 2 });
    await sweepHere();
    await connection.db?.command({ profile: 0 });
    const asked = await collection('system.profile')
      .find({ 'command.filter.nextStepAt.$lte': { $exists: true } })
      .toArray();
    expect(asked.length).toBeGreaterThan(0);
    for (const { planSummary } of asked)
      expect(planSummary).toMatch(/^IXSCAN { (template: 1, )?nextStepAt: 1, communityId: 1 }$/);
  });

  it('climbs no further once somebody has verified it', async () => {
    const seen = await declareAt('2026-11-26T10:30:00+08:00', 8);
    const unseen = await declareAt('2026-11-26T10:30:00+08:00', 9);
    await community.timeIs('2026-11-26T12:40:00+08:00');
    await Promise.all([untilTold(seen, 1), untilTold(unseen, 1)]);
    const worker = await community.signIn('worker', 8);
    await worker.gets('verifyReturn', {
      params: { id: seen.id },
      body: { decision: 'confirm', seenVersion: 1, startEvent: leftArea },
    });
    await community.timeIs('2026-11-26T15:00:00+08:00');
    expect(await untilTold(unseen, 4)).toEqual(everyRung);
    expect(await toldOf(seen)).toEqual(['due worker']);
    expect(await storedOf(seen)).not.toHaveProperty('nextStepAt');
  });

  it('is told late, in order and once, when the server was down across all its rungs', async () => {
    const declared = await declareAt('2026-11-27T10:30:00+08:00', 12);
    await community.running.stop();
    community.running = await serve(
      readConfig({ ...community.environment, NUANLIN_NOW: '2026-11-27T18:00:00+08:00' }),
    );
    expect(await untilTold(declared, 4)).toEqual(everyRung);
    await sweepHere();
    expect(await toldOf(declared)).toEqual(everyRung);
    const rungs: { name: string; at: Date; state: string }[] = (await storedAtStep(declared, 4))?.rungs;
    expect(rungs.map(({ name }) => name)).toEqual(['due', 'leader', 'office', 'head']);
    for (const { at, state } of rungs) {
      expect(state).toBe('told');
      expect(at.toISOString()).toMatch(/^2026-11-27T10:0/);
    }
  });
});
