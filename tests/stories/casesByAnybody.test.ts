import { type CaseKindName, caseKindOf, caseKindsFor } from '@shared/requests/kinds';
import { type CaseAction, caseActions, caseLife, caseStates } from '@shared/requests/lives';
import fc from 'fast-check';
import { findFor, gridBook } from '../../api/grids';
import type { CaseDoc } from '../../api/requests';
import type { Caller } from '../kit/caller';
import { actingOnCase, caseDoc, caseOf, raises } from '../kit/cases';
import { eventually } from '../kit/eventually';
import { isLongRun } from '../kit/longRun';
import { photoOf } from '../kit/photos';
import { startCommunity } from '../kit/startCommunity';

/** Some sequences with every `npm test`, many in the long one. */
const runs = isLongRun ? 100 : 8;
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
beforeAll(() => process.stdout.write(`cases by anybody: FC_SEED=${seed}\n`));

const community = startCommunity();
jest.setTimeout(isLongRun ? 1_800_000 : 240_000);
const act = actingOnCase(community);

const people = [
  ...(['household', 'worker', 'leader', 'health', 'counsellor', 'office'] as const),
  ...(['neighbour', 'elsewhere'] as const),
];
type Person = (typeof people)[number];
type Raised = Exclude<CaseKindName, 'fever'>;
const kinds = caseKindsFor('household') as Raised[];

const tap = fc.record({ who: fc.constantFrom(...people), action: fc.constantFrom(...caseActions) });
/** Most often what leads on, so that the far ends of the table are reached; else whatever anybody may think of. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ next: fc.nat(100) }) },
  { weight: 3, arbitrary: fc.record({ taps: fc.array(tap, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ minutes: fc.constantFrom(11, 61, 26 * 60) }) },
);

describe('a case under anybody’s hands', () => {
  it('of any kind never leaves its table, has one who answers at every moment, and a refusal leaves it as it was', async () => {
    const cast = await castOf();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.array(step, { minLength: 5, maxLength: 14 }),
        async (kind, steps) => {
          const fileIds = caseKindOf(kind).hasPhotos ? [await photoBy(cast.household, 'order')] : [];
          const { id } = await raises(cast.household, await caseOf(cast.household, kind, { fileIds }));
          for (const one of steps) {
            if ('minutes' in one) await passes(id, one.minutes);
            else await tried(cast, id, 'next' in one ? await leadingOn(cast, id, one.next) : one.taps);
            await wellFormed(await caseDoc(community, id));
          }
        },
      ),
      { numRuns: runs, seed, endOnFailure: true },
    );
  });
});

type Cast = Record<Person, Caller>;
async function castOf(): Promise<Cast> {
  return {
    household: await community.signIn('resident', 1),
    worker: await community.signIn('worker', 1),
    leader: await community.signIn('leader', 1),
    health: await community.signIn('health'),
    counsellor: await community.signIn('counsellor'),
    office: await community.signIn('office'),
    neighbour: await community.signIn('resident', 5),
    elsewhere: await community.signIn('worker', 40),
  };
}

const photoBy = async (caller: Caller, use: 'order' | 'evidence'): Promise<string> =>
  (await caller.gets('uploadFile', { query: { use }, file: await photoOf() })).id;

interface Tap {
  who: Person;
  action: CaseAction;
}

/** One of the actions that somebody’s screen offers now. */
async function leadingOn(cast: Cast, id: string, n: number): Promise<Tap[]> {
  const offered: Tap[] = [];
  for (const who of people)
    for (const action of await offeredTo(cast[who], id)) offered.push({ who, action: action as CaseAction });
  const chosen = offered[n % Math.max(1, offered.length)];
  return chosen ? [chosen] : [];
}

async function offeredTo(caller: Caller, id: string): Promise<string[]> {
  const { status, body } = await caller.calls('getRequest', { params: { id } });
  return status === 200 ? body.actions : [];
}

/** What people did; a rung is of the clock, which goes on by itself and begins anew with what is opened again. */
const byPeople = ({ history }: CaseDoc) => history.filter(({ action }) => action !== 'rung');
const rungsOf = (doc: CaseDoc) => doc.history.length - byPeople(doc).length;

/** Several at once: each either counts, as one step of the table, or changes nothing. */
async function tried(cast: Cast, id: string, taps: Tap[]): Promise<void> {
  const before = await afterTheClock(id);
  const offers = await Promise.all(taps.map(({ who }) => offeredTo(cast[who], id)));
  const inputs = await Promise.all(taps.map(({ who, action }) => inputOf(cast, who, before, action)));
  const answers = await Promise.all(
    taps.map(({ who, action }, i) => act(cast[who], id, action, inputs[i], { seenVersion: before.version })),
  );
  const after = await caseDoc(community, id);
  const done = answers.filter(({ status }) => status === 200);
  expect(done.length).toBeLessThanOrEqual(1);
  if (!done.length && rungsOf(after) === rungsOf(before)) expect(after).toEqual(before);
  expect(byPeople(after)).toHaveLength(byPeople(before).length + done.length);
  for (const [i, { status, code }] of answers.entries()) {
    const isOffered = offers[i]?.includes(taps[i]?.action ?? 'note');
    if (!isOffered) expect([taps[i], status === 200]).toEqual([taps[i], false]);
    else expect(['request.movedOn', 'input.invalid', null]).toContain(code);
  }
}

async function inputOf(
  cast: Cast,
  who: Person,
  { kind }: CaseDoc,
  action: CaseAction,
): Promise<Record<string, unknown>> {
  const { steps, outcomes, hasPhotos } = caseKindOf(kind);
  const [step = '', { results } = { results: {} }] = Object.entries(steps)[0] ?? [];
  const isStaff = who !== 'household' && who !== 'neighbour';
  const photo = hasPhotos && isStaff && action === 'close';
  const inputs: Partial<Record<CaseAction, Record<string, unknown>>> = {
    handle: { step, result: Object.keys(results)[0] },
    note: { text: '记一笔' },
    close: {
      outcome: Object.keys(outcomes)[0],
      ...(photo && { photoFileId: await photoBy(cast[who], 'evidence') }),
    },
    reassign: { accountId: cast.worker.accountId, reason: '请他去' },
    reopen: { reason: '又来了' },
  };
  return inputs[action] ?? {};
}

/** Time goes by, and the clock has done what was due. */
async function passes(id: string, minutes: number): Promise<void> {
  const { clock } = community.running.context;
  await clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000));
  await afterTheClock(id);
}

/** What begins anew is told by the clock: it has done so. */
const afterTheClock = (id: string): Promise<CaseDoc> =>
  eventually(
    () => caseDoc(community, id),
    ({ nextStepAt }) => !nextStepAt || nextStepAt > community.running.context.clock.now(),
  );

/** The history tells one way through the table; somebody answers for it, and whoever that is may look at it and go on. */
async function wellFormed(doc: CaseDoc): Promise<void> {
  let at: string = 'raised';
  for (const { action, from, to } of doc.history) {
    if (from) expect(from).toBe(at);
    expect(caseStates).toContain(to);
    if (action !== 'raise' && action !== 'rung')
      expect(
        caseLife.rows.some(
          (row) => row.action === action && row.to === to && row.from.includes(from as 'raised'),
        ),
      ).toBe(true);
    at = to;
  }
  expect([doc.state, doc.open]).toEqual([at, at !== 'closed']);
  const { context } = community.running;
  const book = await gridBook(context, doc.communityId);
  const now = context.clock.now();
  const { seat } = findFor(book, doc, now);
  const found = seat === 'duty' ? book.dutySeat(now) : seat;
  if (found === 'withoutAccount') return;
  const role = book.staff.find(({ _id }) => String(_id) === found.membershipId)?.role;
  expect([doc.kind, role, Boolean(caseKindOf(doc.kind).seenBy[role as 'worker'])]).toEqual([
    doc.kind,
    role,
    true,
  ]);
}
