import { type ErrandAction, type ErrandState, errandLife } from '@shared/requests/errandLife';
import { leaseMinutes, ringAfterMinutes } from '@shared/requests/errandTimes';
import type { Evidence } from '@shared/requests/errandView';
import type { MarkedLine } from '@shared/requests/shopping';
import { addMinutes, dayMs, minuteMs } from '@shared/time';
import type { Context, Who } from '../context';
import { invalid } from '../platform/problem';
import type { Acting, ActionInput } from './acting';
import { stepBy } from './actors';
import { errandClock, errandNextAt } from './clock';
import { carrier, colleague } from './colleagues';
import { isDrawn, ringAt } from './drawn';
import { findRun } from './findRun';
import type { ErrandDoc, HistoryEntry } from './model';
import { heldUntil, type RunDoc } from './runModel';

type Changes = Partial<ErrandDoc>;
/** What a step changes in the errand, and what of it stands in the history. */
export interface ErrandChange {
  changes: Changes;
  entry: Partial<HistoryEntry>;
}

/** So long after the next try somebody may still come. */
const afterNextTryMinutes = 60;
const nextTryWithinMinutes = dayMs / minuteMs;

/** What an action changes beside state and history. Problems: input.invalid, request.objected. */
export async function errandChanges(
  ctx: Context,
  who: Who | null,
  doc: ErrandDoc,
  acting: Acting<ErrandAction, ErrandState>,
): Promise<ErrandChange> {
  const { action, to, input, now } = acting;
  const changes = whileServing(doc, {
    ...(to !== doc.state && errandClock(to, clocksFrom(doc, to, now))),
    // What waits again is bought anew.
    ...(to === 'assigned' && doc.marks && { marks: [] }),
    // Nothing is left to ask about.
    ...(to !== doc.state && doc.ringDueAt && { ringDueAt: null }),
    ...(await changesBy[action]?.(ctx, doc, { ...acting, who })),
    ...(errandLife.ended.includes(to) && { open: false, closedAt: now }),
  });
  const next = errandNextAt({ ...doc, ...changes, state: to });
  const { holder } = changes;
  return {
    changes: { ...changes, nextStepAt: next },
    entry: {
      ...(holder !== undefined && { holder: holder?.accountId ?? null }),
      ...resultOf(action, input),
      ...provedBy(acting, doc),
    },
  };
}

/** Nobody has anything longer than they serve. */
function whileServing(doc: ErrandDoc, changes: Changes): Changes {
  const until = (changes.holder === undefined ? doc : changes).holder?.until;
  const { leaseUntil } = changes;
  return until && leaseUntil && leaseUntil > until ? { ...changes, leaseUntil: until } : changes;
}

/** Of a delivery what proves it. Whoever was told the code was at the door with the household. */
function provedBy(
  { action, input }: Acting<ErrandAction, ErrandState>,
  { state }: ErrandDoc,
): Partial<HistoryEntry> {
  if (action === 'deliver') return { evidence: evidenceOf(input) };
  return action === 'confirm' && state === 'onTheWay' ? { evidence: 'tap' } : {};
}

const evidenceOf = ({ doorCode, photoFileId }: ActionInput): Evidence =>
  doorCode ? 'doorCode' : photoFileId ? 'photo' : 'answeredBy';

const resultOf = (action: ErrandAction, { yes, pays, amountFen }: ActionInput): Partial<HistoryEntry> => ({
  ...(action === 'answer' && { result: yes ? 'yes' : 'no' }),
  ...(pays && { result: pays }),
  ...(amountFen !== undefined && { amountFen }),
});

interface Step extends Acting<ErrandAction, ErrandState> {
  who: Who | null;
}
type ChangesBy = (ctx: Context, doc: ErrandDoc, step: Step) => Changes | Promise<Changes>;

/** Nobody is late with what is wished for later. */
const begun = ({ startsAt }: ErrandDoc, now: Date): Date => (startsAt > now ? startsAt : now);
const waiting: readonly ErrandState[] = ['assigned', 'accepted', 'purchased'];
const clocksFrom = (doc: ErrandDoc, to: ErrandState, now: Date): Date =>
  waiting.includes(to) ? begun(doc, now) : now;

/** Back in the pool. */
const free: Changes = { holder: null, leaseUntil: null, nextTryAt: null, isAsked: false, runId: null };
const leasedFrom = (doc: ErrandDoc, now: Date): Changes => ({
  leaseUntil: addMinutes(begun(doc, now), leaseMinutes),
});
const heldUntilAfter = (nextTryAt: Date): Changes => ({
  leaseUntil: addMinutes(nextTryAt, afterNextTryMinutes),
});
/** Whoever stands in the shop, asks and ticks is at work: the lease begins anew, and is never shorter for it. */
const leasedOn = (doc: ErrandDoc, now: Date): Changes =>
  notShorter(doc, addMinutes(begun(doc, now), leaseMinutes));
const notShorter = ({ leaseUntil }: ErrandDoc, until: Date): Changes => ({
  leaseUntil: leaseUntil && leaseUntil > until ? leaseUntil : until,
});

/** Whoever gets it from somebody else also comes when the household was told that somebody comes. */
const given: ChangesBy = async (ctx, doc, { to, input, now }) => {
  const holder = await carrier(ctx, doc, input.accountId ?? '', now);
  const { nextTryAt } = doc;
  const again = nextTryAt && nextTryAt > now ? nextTryAt : null;
  const lease = again ? heldUntilAfter(again) : leasedFrom(doc, now);
  return { ...free, holder, nextTryAt: again, ...(to === 'accepted' && lease) };
};

const changesBy: Partial<Record<ErrandAction, ChangesBy>> = {
  accept: (_ctx, doc, { who, now, doneAt }) => ({
    ...free,
    ...leasedFrom(doc, now),
    holder: who && holding(who),
    acceptedAt: doc.acceptedAt ?? doneAt,
  }),
  decline: () => free,
  lapse: (_ctx, { state }) => (state === 'delivered' ? { closedBy: 'lapse' } : free),
  ask: (_ctx, doc, { now }) => ({ isAsked: true, ...leasedOn(doc, now) }),
  answer: (_ctx, doc, { now }) => ({ isAsked: false, ...leasedOn(doc, now) }),
  mark: (_ctx, doc, { input, now }) => ({ marks: marked(doc, input), ...leasedOn(doc, now) }),
  addToRun: async (ctx, doc, { input, who }) => putInto(doc, await runOf(ctx, who, input.runId)),
  buy: (_ctx, _doc, { input }) => ({ paidFen: input.amountFen ?? 0, leaseUntil: null, isAsked: false }),
  pass: () => free,
  leave: () => ({ leaseUntil: null, nextTryAt: null, isAsked: false }),
  deliver: (_ctx, { _id }, { input, now, doneAt }) => ({
    deliveredAt: doneAt,
    ...(evidenceOf(input) === 'answeredBy' && isDrawn(_id) && { ringDueAt: ringAt(now, ringAfterMinutes) }),
  }),
  ring: (_ctx, _doc, { now }) => ({ ringDueAt: ringAt(now, ringAfterMinutes) }),
  vouch: () => ({ closedBy: 'call' }),
  nobodyHome: (_ctx, _doc, step) => comesAgain(step),
  confirm: (_ctx, { deliveredAt }, { who, doneAt }) => ({
    deliveredAt: deliveredAt ?? doneAt,
    closedBy: who?.membership?.mandate ? 'proxy' : 'resident',
  }),
  object: (_ctx, { holder, objectedTo }) => ({
    ...free,
    deliveredAt: null,
    responsibleFrom: 'leader',
    responsibleAccountId: null,
    objectedTo: [...objectedTo, ...(holder ? [holder.accountId] : [])],
  }),
  cancel: (_ctx, { paidFen }, { input }) => {
    if (paidFen !== undefined && !input.pays) throw invalid([{ path: 'input.pays', code: 'required' }]);
    return {};
  },
  reassign: async (ctx, doc, step) =>
    step.to === 'assigned'
      ? { responsibleAccountId: await colleague(ctx, doc, step.input.accountId ?? '', step.now) }
      : // The leader looked into it: door codes may be tried again.
        { ...(await given(ctx, doc, step)), doorCodeTries: 0 },
  handOver: given,
};

/** The trip that goes on, of whoever puts something into it. Problem: input.invalid. */
async function runOf(ctx: Context, who: Who | null, _id = ''): Promise<RunDoc> {
  const run = who && (await findRun(ctx, who, { _id }));
  if (!run) throw invalid([{ path: 'input.runId', code: 'run.unknown' }]);
  return run;
}

/** Progress (domain, section 5): held until an hour after the planned end. What has no lease any more gets none again. */
const putInto = (doc: ErrandDoc, run: RunDoc): Changes => ({
  runId: run._id,
  ...(doc.leaseUntil && notShorter(doc, heldUntil(run))),
});

/** The marks of an errand after some of its lines were ticked. Problem: input.invalid (a line it does not have). */
function marked({ marks = [], size }: ErrandDoc, { lines = [], as = 'toGet' }: ActionInput): MarkedLine[] {
  const unknown = lines.findIndex((line) => line >= size);
  if (unknown >= 0) throw invalid([{ path: `input.lines.${unknown}`, code: 'choice' }]);
  const others = marks.filter(({ line }) => !lines.includes(line));
  return as === 'toGet' ? others : [...others, ...[...new Set(lines)].map((line) => ({ line, as }))];
}

function holding(who: Who): ErrandDoc['holder'] {
  const { accountId, membershipId } = stepBy(who);
  const until = who.membership?.until;
  return { accountId, ...(membershipId && { membershipId }), ...(until && { until }) };
}

/** Until the next try nobody is late: the clock of what is bought begins then, the lease of everything else ends an hour later. */
function comesAgain({ to, input, doneAt }: Step): Changes {
  const nextTryAt = new Date(input.nextTryAt ?? '');
  if (nextTryAt <= doneAt || nextTryAt > addMinutes(doneAt, nextTryWithinMinutes))
    throw invalid([{ path: 'input.nextTryAt', code: 'nextTry.range' }]);
  return {
    ...errandClock(to, nextTryAt),
    nextTryAt,
    leaseUntil: null,
    ...(to === 'accepted' && heldUntilAfter(nextTryAt)),
  };
}
