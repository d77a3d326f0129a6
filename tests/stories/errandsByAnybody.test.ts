import { type ErrandAction, errandActions } from '@shared/requests/errandLife';
import fc from 'fast-check';
import type { ErrandDoc } from '../../api/requests';
import { uuidV7 } from '../../scripts/seed/uuidV7';
import type { Caller } from '../kit/caller';
import { faultsOf } from '../kit/errandHistory';
import { errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { leaderOf } from '../kit/leaderOf';
import { isLongRun } from '../kit/longRun';
import { startCommunity } from '../kit/startCommunity';

/** Some sequences with every `npm test`, many in the long one. */
const runs = isLongRun ? 100 : 6;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`errands by anybody: FC_SEED=${seed}\n`));

const community = startCommunity();
jest.setTimeout(isLongRun ? 1_800_000 : 240_000);

/** Whoever may stand to it in some way; `teammate` is of the property, in a team. */
const insiders = ['household', 'worker', 'colleague', 'volunteer', 'teammate', 'leader', 'office'] as const;
const people = [...insiders, 'neighbour', 'elsewhere'] as const;
type Person = (typeof people)[number];
/** Who has trips through a building. */
const walkers: readonly Person[] = ['worker', 'colleague', 'leader', 'elsewhere'];
const kinds = {
  bought: { kind: 'water', details: { barrels: 1, empties: 0 } },
  carried: { kind: 'trash', details: { bags: 1, infectious: false } },
} as const;

const tap = fc.record({
  who: fc.constantFrom(...people),
  action: fc.constantFrom(...errandActions),
  // Done so many minutes ago, without network, or now.
  ago: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(0, 5, 40, 90) },
  ),
  forMany: fc.boolean(),
});
/** Most often what leads on, so that the far ends of the table are reached; else whatever anybody may think of. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      next: fc.nat(100),
      ago: fc.constantFrom(null, null, null, 1),
      forMany: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ taps: fc.array(tap, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ minutes: fc.constantFrom(31, 61, 12 * 60) }) },
);

describe('an errand under anybody’s hands', () => {
  it('never leaves its table, has one holder at most and one who answers, and a refusal leaves it as it was', async () => {
    const others = await castOf();
    const homes = await Promise.all([1, 2, 3, 4].map((n) => community.signIn('resident', n)));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('bought' as const, 'carried' as const),
        // A household may order so often a day.
        fc.constantFrom(...homes),
        fc.array(step, { minLength: 5, maxLength: 18 }),
        async (kind, household, steps) => {
          const cast = { ...others, household };
          const placed = await cast.household.gets('placeRequest', {
            body: await orderOf(cast.household, kinds[kind]),
          });
          for (const one of steps) {
            if ('minutes' in one) await passes(placed.id, one.minutes);
            else
              await tried(cast, placed.id, 'next' in one ? await leadingOn(cast, placed.id, one) : one.taps);
            expect(faultsOf(await errandDoc(community, placed.id))).toEqual([]);
            const { responsible } = await errandSeenBy(cast.office, placed.id);
            expect(responsible.name).not.toBe('');
          }
        },
      ),
      { numRuns: runs, seed, endOnFailure: true },
    );
  });
});

type Cast = Record<Person, Caller>;
async function castOf(): Promise<Omit<Cast, 'household'>> {
  const office = await community.signIn('office');
  const worker = await community.signIn('worker', 1);
  const leader = await leaderOf(community, worker);
  const teammate = await community.signIn('property');
  const gridIds = leader.session.account.memberships[0]?.grids.map(({ id }) => id) ?? [];
  const [memberId = ''] = teammate.session.account.memberships.map(({ id }) => id);
  await office.gets('setOpenedKinds', { body: { kinds: ['water', 'trash'] } });
  await office.gets('createTeam', {
    body: { name: '运送组', kinds: ['water', 'trash'], gridIds, memberIds: [memberId] },
  });
  return {
    ...{ office, worker, leader, teammate },
    colleague: await community.signIn('worker', 2),
    volunteer: await community.signIn('volunteer'),
    neighbour: await community.signIn('resident', 5),
    elsewhere: await community.signIn('worker', 40),
  };
}

interface Tap {
  who: Person;
  action: ErrandAction;
  ago: number | null;
  /** Through the operation that does it for many doors at once, where there is one. */
  forMany: boolean;
}

/** One of the actions that somebody’s screen offers now. */
async function leadingOn(
  cast: Cast,
  id: string,
  { next, ...how }: { next: number } & Pick<Tap, 'ago' | 'forMany'>,
): Promise<Tap[]> {
  const offered: Tap[] = [];
  for (const who of insiders)
    for (const action of await offeredTo(cast[who], id))
      offered.push({ who, action: action as ErrandAction, ...how });
  const chosen = offered[next % Math.max(1, offered.length)];
  return chosen ? [chosen] : [];
}

/** Several at once: each either counts, as one step of the table, or is kept for the leader, or changes nothing. */
async function tried(cast: Cast, id: string, taps: Tap[]): Promise<void> {
  const before = await errandDoc(community, id);
  const offers = await Promise.all(taps.map(({ who }) => offeredTo(cast[who], id)));
  const keys = taps.map(() => uuidV7());
  const answers = await Promise.all(
    taps.map((one, i) => send(cast, id, one, { seenVersion: before.version, key: keys[i] ?? '' })),
  );
  const after = await errandDoc(community, id);
  const done = answers.filter(({ status }) => status === 200).length;
  // Of what is done now one counts; what was done before is judged by the history, and may bring back what the clock took away.
  const isOfNow = taps.every(({ ago }) => ago === null);
  if (isOfNow) expect(done).toBeLessThanOrEqual(1);
  if (!done) expect({ ...after, doorCodeTries: 0 }).toEqual({ ...before, doorCodeTries: 0 });
  const longer = after.history.length - before.history.length;
  expect(longer).toBeGreaterThanOrEqual(done);
  expect(longer).toBeLessThanOrEqual(isOfNow ? done : 2 * done);
  for (const [i, { status, code }] of answers.entries()) {
    const { who, action, ago } = taps[i] as Tap;
    const isOffered = offers[i]?.includes(action) ?? false;
    const row = manyOf(taps[i] as Tap) ? ':0' : '';
    const kept = await keptUnder(after, `${cast[who].accountId}:${keys[i]}${row}`);
    expect([taps[i], kept]).toEqual([
      taps[i],
      { steps: Number(status === 200), apart: Number(status === 202) },
    ]);
    if (ago !== null) expect([taps[i], status < 500]).toEqual([taps[i], true]);
    // What no screen offers is refused; what one does fails only by what was filled in, or because somebody was faster.
    else if (!isOffered) expect([taps[i], status === 200]).toEqual([taps[i], false]);
    else
      expect(['input.invalid', 'request.movedOn', 'request.objected', 'request.codeSpent', null]).toContain(
        code,
      );
    // Nobody does the clock’s work, and a stranger’s past is no way in.
    if (action === 'lapse' || who === 'neighbour' || who === 'elsewhere')
      expect([taps[i], status >= 400]).toEqual([taps[i], true]);
  }
}

interface Sent {
  seenVersion: number;
  key: string;
}

/** The operation for many doors by which a tap goes, if it does. */
function manyOf({ who, action, ago, forMany }: Tap): 'markLines' | 'startRun' | null {
  if (!forMany) return null;
  if (action === 'mark') return 'markLines';
  return action === 'addToRun' && ago === null && walkers.includes(who) ? 'startRun' : null;
}

/** What came of one tap, whichever way it went. */
async function send(
  cast: Cast,
  id: string,
  tap: Tap,
  sent: Sent,
): Promise<{ status: number; code: string | null }> {
  const { who, action, ago } = tap;
  const many = manyOf(tap);
  if (many) return sendAmongMany(cast[who], id, many, { ...sent, ago });
  return cast[who].calls('actOnRequest', {
    params: { id, action },
    body: {
      ...{ seenVersion: sent.seenVersion, input: await inputOf(cast, id, action, who) },
      ...(ago !== null && { at: minutesAgo(ago) }),
    },
    key: sent.key,
  });
}

async function sendAmongMany(
  caller: Caller,
  requestId: string,
  many: 'markLines' | 'startRun',
  { seenVersion, key, ago }: Sent & Pick<Tap, 'ago'>,
): Promise<{ status: number; code: string | null }> {
  const row = { requestId, seenVersion };
  const at = ago !== null && { at: minutesAgo(ago) };
  const answer =
    many === 'markLines'
      ? await caller.calls(many, { body: { marks: [{ ...row, lines: [0], as: 'got' }], ...at }, key })
      : await caller.calls(many, { body: { ...trip(), errands: [row] }, key });
  const [result] = answer.code ? [] : answer.body.results;
  return result ? { status: result.status, code: result.problem?.code ?? null } : answer;
}

const minutesAgo = (minutes: number): string =>
  new Date(community.running.context.clock.now().getTime() - minutes * 60_000).toISOString();

/** Where a tap is written down: in the history, or among what the leader finds out. */
async function keptUnder(
  { _id, history }: ErrandDoc,
  key: string,
): Promise<{ steps: number; apart: number }> {
  const apart = await community.running.context.connection
    .collection('reconciliations')
    .countDocuments({ requestId: _id, 'steps.key': key });
  return { steps: history.filter((entry) => entry.key === key).length, apart };
}

async function offeredTo(caller: Caller, id: string): Promise<string[]> {
  const { status, body } = await caller.calls('getRequest', { params: { id } });
  return status === 200 ? body.actions : [];
}

async function inputOf(
  cast: Cast,
  id: string,
  action: ErrandAction,
  who: Person,
): Promise<Record<string, unknown>> {
  const reason = '原因';
  const inputs: Partial<Record<ErrandAction, Record<string, unknown>>> = {
    ...{ decline: { reason }, object: { reason }, cancel: { reason, pays: 'community' } },
    ...{
      ask: { text: '换一种行吗' },
      answer: { yes: false },
      buy: { amountFen: 100 },
      pass: { where: '岗亭' },
      mark: { lines: [0], as: 'got' },
    },
    ...{ reassign: { accountId: cast.worker.accountId, reason } },
    ...{ handOver: { accountId: cast.colleague.accountId, reason } },
    nobodyHome: {
      reason,
      nextTryAt: new Date(community.running.context.clock.now().getTime() + 3_600_000).toISOString(),
    },
  };
  if (action === 'addToRun') return { runId: await tripOf(cast[who]) };
  if (action !== 'deliver') return inputs[action] ?? {};
  const { doorCode } = await errandSeenBy(cast.household, id);
  return { doorCode: doorCode ?? '0000', disinfectedTwice: true };
}

/** Time goes by, and the clock has done what was due. */
async function passes(id: string, minutes: number): Promise<void> {
  const { clock } = community.running.context;
  await clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000));
  await eventually(
    () => errandDoc(community, id),
    ({ nextStepAt }) => !nextStepAt || nextStepAt > clock.now(),
  );
}

/** A trip of one's own; of whoever makes none, one that nobody knows. */
async function tripOf(caller: Caller): Promise<string> {
  const { status, body } = await caller.calls('startRun', {
    body: trip(),
  });
  return status === 201 ? body.run.id : 'f'.repeat(24);
}
const trip = () => ({ building: '1', endsAt: minutesAgo(-120) });
