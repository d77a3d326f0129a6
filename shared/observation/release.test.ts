import fc from 'fast-check';
import { addDays, momentOf } from '../time';
import { datePhases, periodFrom } from './days';
import { home14, policies } from './policies';
import { blockingOf, type ReleaseFacts, type ReleaseReason, releaseReasons } from './release';
import { requiredTests } from './tests';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`release: FC_SEED=${seed}\n`));

const firstDay = '2026-11-22';
const under = (policy = home14, changes: Partial<ReleaseFacts> = {}): ReleaseFacts => {
  const { lastDay, endsAt } = periodFrom(momentOf(firstDay, '03:00'), policy);
  return {
    now: endsAt,
    firstDay,
    lastDay,
    phases: datePhases(firstDay, policy),
    tests: [],
    fevers: [],
    returnedAt: null,
    isAway: false,
    isChecked: true,
    needsApproval: false,
    isApproved: false,
    ...changes,
  };
};
const codes = (facts: ReleaseFacts, reason: ReleaseReason | null = null) =>
  blockingOf(facts, reason).map(({ code }) => code.slice('release.'.length));
const negative = (day: number) => ({
  day,
  takenOn: addDays(firstDay, day - 1),
  recordedAt: momentOf(addDays(firstDay, day - 1), '18:00'),
  result: 'negative' as const,
});
const fever = { id: 'f', open: false, isPositive: false, closedAt: momentOf('2026-11-30', '12:00') };

describe('what stands in the way of a release', () => {
  it('nothing does, once the period is over and it is checked, until the end of the day after', () => {
    const { lastDay } = under();
    expect(codes(under())).toEqual([]);
    expect(codes(under(home14, { now: momentOf(lastDay, '23:59') }))).toEqual(['periodNotOver']);
    expect(codes(under(home14, { now: momentOf(addDays(lastDay, 1), '23:59') }))).toEqual([]);
    expect(codes(under(home14, { now: momentOf(addDays(lastDay, 1), '24:00') }))).toEqual(['late']);
  });

  it('a fever that is open, and one that ended with a positive test until a newer one is negative or a hospital discharged', () => {
    expect(codes(under(home14, { fevers: [{ ...fever, open: true, closedAt: null }] }))).toEqual([
      'feverOpen',
    ]);
    expect(codes(under(home14, { fevers: [fever] }))).toEqual([]);
    const positive = [{ ...fever, isPositive: true }];
    expect(codes(under(home14, { fevers: positive }))).toEqual(['casePositive']);
    expect(codes(under(home14, { fevers: positive, tests: [negative(12)] }))).toEqual([]);
    expect(codes(under(home14, { fevers: positive, tests: [negative(3)] }))).toEqual(['casePositive']);
    const returnedAt = momentOf('2026-12-03', '10:00');
    expect(codes(under(home14, { fevers: positive, returnedAt }))).toEqual([]);
  });

  it('every required test that has no negative; a pending one is none, a positive one blocks by itself', () => {
    for (const policy of policies) {
      const facts = under(policy);
      const required = requiredTests(facts.phases, firstDay);
      expect(codes(facts)).toEqual(required.map(() => 'testMissing'));
      expect(codes({ ...facts, tests: required.map(({ day }) => negative(day)) })).toEqual([]);
    }
    const found = { ...negative(4), result: 'positive' as const };
    expect(codes(under(home14, { tests: [found] }))).toEqual(['testPositive']);
    expect(codes(under(home14, { tests: [found, negative(6)] }))).toEqual([]);
  });

  it('the superior, where the policy asks', () => {
    expect(codes(under(home14, { needsApproval: true }))).toEqual(['notApproved']);
    expect(codes(under(home14, { needsApproval: true, isApproved: true }))).toEqual([]);
  });

  it('a test that was due, until one taken on its day or later: what was taken the day before is not that test', () => {
    const policy = policies.find(({ phases }) => phases.some(({ testDays }) => testDays.includes(14)));
    if (!policy) throw new Error('a policy asks for a test on day 14');
    const required = requiredTests(datePhases(firstDay, policy), firstDay).map(({ day }) => negative(day));
    const others = required.filter(({ day }) => day !== 14);
    const takenOn = (day: number) => ({ ...negative(14), takenOn: addDays(firstDay, day - 1) });
    expect(codes(under(policy, { tests: [...others, takenOn(13)] }))).toEqual(['testMissing']);
    expect(codes(under(policy, { tests: [...others, takenOn(14)] }))).toEqual([]);
    expect(codes(under(policy, { tests: [...others, takenOn(15)] }))).toEqual([]);
  });

  it('being away, until a reason is given; then the check and the tests of days to come are not waited for', () => {
    const away = under(home14, { isAway: true, isChecked: false });
    expect(codes(away)).toEqual(['away', 'notChecked']);
    expect(codes(away, 'medical')).toEqual([]);
    expect(codes({ ...away, fevers: [{ ...fever, isPositive: true }] }, 'medical')).toEqual(['casePositive']);
  });

  it('a reason moves the day and nothing else: fevers, tests that were due and the superior still count', () => {
    const anyFacts = fc
      .record({
        minutes: fc.integer({ min: -20 * 1440, max: 5 * 1440 }),
        isChecked: fc.boolean(),
        isOpen: fc.boolean(),
        isAway: fc.boolean(),
        isFound: fc.boolean(),
        reason: fc.constantFrom(...releaseReasons.filter((reason) => reason !== 'died')),
        needsApproval: fc.boolean(),
        policy: fc.constantFrom(...policies),
      })
      .map(({ minutes, isChecked, isOpen, isAway, isFound, needsApproval, policy, reason }) => {
        const tests = isFound ? [{ ...negative(4), result: 'positive' as const }] : [];
        const facts = under(policy, { isChecked, isAway, needsApproval, tests });
        const now = new Date(facts.now.getTime() + minutes * 60_000);
        return { ...facts, now, reason, fevers: isOpen ? [{ ...fever, open: true, closedAt: null }] : [] };
      });
    fc.assert(
      fc.property(anyFacts, ({ reason, ...facts }) => {
        const [without, reasoned] = [codes(facts), codes(facts, reason)];
        for (const code of ['periodNotOver', 'late', 'away']) expect(reasoned).not.toContain(code);
        expect(codes(facts, 'died')).toEqual([]);
        for (const code of reasoned) expect(without).toContain(code);
        for (const code of ['feverOpen', 'testPositive', 'notApproved'])
          expect(reasoned.includes(code)).toBe(without.includes(code));
        if (facts.now >= momentOf(facts.lastDay, '24:00') && !facts.isAway)
          expect(reasoned).toEqual(without.filter((code) => code !== 'late'));
      }),
      runs,
    );
  });
});
