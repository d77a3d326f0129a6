import { type ErrandAction, errandActions, errandLife, errandStates } from '@shared/requests/errandLife';
import fc from 'fast-check';
import type { ErrandDoc } from '../../api/requests';
import type { Caller } from '../kit/caller';
import { acting, errandDoc, errandSeenBy, orderOf } from '../kit/errands';
import { eventually } from '../kit/eventually';
import { isLongRun } from '../kit/longRun';
import { startCommunity } from '../kit/startCommunity';

/** Some sequences with every `npm test`, many in the long one. */
const runs = isLongRun ? 100 : 6;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`errands by anybody: FC_SEED=${seed}\n`));

const community = startCommunity();
jest.setTimeout(isLongRun ? 1_800_000 : 240_000);
const act = acting(community);

const people = ['household', 'worker', 'colleague', 'leader', 'office', 'neighbour', 'elsewhere'] as const;
type Person = (typeof people)[number];
const kinds = {
  bought: { kind: 'water', details: { barrels: 1, empties: 0 } },
  carried: { kind: 'trash', details: { bags: 1, infectious: false } },
} as const;

const tap = fc.record({ who: fc.constantFrom(...people), action: fc.constantFrom(...errandActions) });
/** Most often what leads on, so that the far ends of the table are reached; else whatever anybody may think of. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ next: fc.nat(100) }) },
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
              await tried(
                cast,
                placed.id,
                'next' in one ? await leadingOn(cast, placed.id, one.next) : one.taps,
              );
            wellFormed(await errandDoc(community, placed.id));
          }
          const { responsible } = await errandSeenBy(cast.office, placed.id);
          expect(responsible.name).not.toBe('');
        },
      ),
      { numRuns: runs, seed, endOnFailure: true },
    );
  });
});

type Cast = Record<Person, Caller>;
async function castOf(): Promise<Omit<Cast, 'household'>> {
  return {
    worker: await community.signIn('worker', 1),
    colleague: await community.signIn('worker', 2),
    leader: await community.signIn('leader', 1),
    office: await community.signIn('office'),
    neighbour: await community.signIn('resident', 5),
    elsewhere: await community.signIn('worker', 40),
  };
}

interface Tap {
  who: Person;
  action: ErrandAction;
}

/** One of the actions that somebody’s screen offers now. */
async function leadingOn(cast: Cast, id: string, n: number): Promise<Tap[]> {
  const offered: Tap[] = [];
  for (const who of ['household', 'worker', 'colleague', 'leader', 'office'] as const) {
    const { status, body } = await cast[who].calls('getRequest', { params: { id } });
    if (status === 200)
      for (const action of body.actions) offered.push({ who, action: action as ErrandAction });
  }
  const chosen = offered[n % Math.max(1, offered.length)];
  return chosen ? [chosen] : [];
}

/** Several at once: each either counts, as one step of the table, or changes nothing. */
async function tried(cast: Cast, id: string, taps: Tap[]): Promise<void> {
  const before = await errandDoc(community, id);
  const offers = await Promise.all(taps.map(({ who }) => offeredTo(cast[who], id)));
  const answers = await Promise.all(
    taps.map(async ({ who, action }) =>
      act(cast[who], id, action, await inputOf(cast, id, action), { seenVersion: before.version }),
    ),
  );
  const after = await errandDoc(community, id);
  const done = answers.filter(({ status }) => status === 200);
  expect(done.length).toBeLessThanOrEqual(1);
  if (!done.length) expect({ ...after, doorCodeTries: 0 }).toEqual({ ...before, doorCodeTries: 0 });
  expect(after.history).toHaveLength(before.history.length + done.length);
  for (const [i, { status, code }] of answers.entries()) {
    const isOffered = offers[i]?.includes(taps[i]?.action ?? 'lapse');
    // What no screen offers is refused; what one does fails only by what was filled in, or because somebody was faster.
    if (!isOffered) expect([taps[i], status === 200]).toEqual([taps[i], false]);
    else
      expect(['input.invalid', 'request.movedOn', 'request.objected', 'request.codeSpent', null]).toContain(
        code,
      );
  }
}

async function offeredTo(caller: Caller, id: string): Promise<string[]> {
  const { status, body } = await caller.calls('getRequest', { params: { id } });
  return status === 200 ? body.actions : [];
}

async function inputOf(cast: Cast, id: string, action: ErrandAction): Promise<Record<string, unknown>> {
  const reason = '原因';
  const inputs: Partial<Record<ErrandAction, Record<string, unknown>>> = {
    ...{ decline: { reason }, object: { reason }, cancel: { reason, pays: 'community' } },
    ...{
      ask: { text: '换一种行吗' },
      answer: { yes: false },
      buy: { amountFen: 100 },
      pass: { where: '岗亭' },
      mark: { lines: [0], as: 'got' },
      addToRun: { runId: 'f'.repeat(24) },
    },
    ...{ reassign: { accountId: cast.worker.accountId, reason } },
    ...{ handOver: { accountId: cast.colleague.accountId, reason } },
    nobodyHome: {
      reason,
      nextTryAt: new Date(community.running.context.clock.now().getTime() + 3_600_000).toISOString(),
    },
  };
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

/** The history tells one way through the table, with one holder at most at every moment. */
function wellFormed({ history, state, holder, open }: ErrandDoc): void {
  let at: string = 'assigned';
  let held: string | null = null;
  for (const { action, from, to, holder: next } of history) {
    if (from) expect(from).toBe(at);
    expect(errandStates).toContain(to);
    const isKept = action === 'place' || action === 'rung';
    if (!isKept)
      expect(
        errandLife.rows.some(
          (row) => row.action === action && row.to === to && row.from.includes(from as 'assigned'),
        ),
      ).toBe(true);
    if (action === 'accept') expect(held).toBeNull();
    if (next !== undefined) held = next ? String(next) : null;
    at = to;
  }
  expect([at, held]).toEqual([state, holder ? String(holder.accountId) : null]);
  expect(open).toBe(!errandLife.ended.includes(state));
}
