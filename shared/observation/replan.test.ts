import fc from 'fast-check';
import { addDays, momentOf } from '../time';
import { datePhases, periodFrom } from './days';
import { observedKinds, planPhases } from './plan';
import { policies } from './policies';
import {
  changedDates,
  type Dates,
  datesUnder,
  datesUntil,
  type KnownSlot,
  type Plan,
  planAgain,
  temperaturesAfter,
} from './replan';

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const runs = { numRuns: 300, seed };
beforeAll(() => process.stdout.write(`replan: FC_SEED=${seed}\n`));

const firstDay = '2026-11-22';
const openedAt = momentOf(firstDay, '10:00');
const datesOf = (policy = policies[0] as (typeof policies)[number]): Dates => ({
  firstDay,
  phases: datePhases(firstDay, policy),
  lastDay: periodFrom(openedAt, policy).lastDay,
});
const moment = (minutes: number) => new Date(openedAt.getTime() + minutes * 60_000);

/** A change of plan at some moment: another policy, another last day, or the same again. */
const anyChange = fc.record({
  minutes: fc.nat({ max: 16 * 1440 }),
  to: fc.oneof(
    fc.constantFrom(...policies).map((policy) => ({ policy })),
    fc.nat({ max: 25 }).map((days) => ({ days })),
  ),
  fate: fc.array(fc.constantFrom('open', 'settled', 'asleep', 'hospital', 'died'), {
    minLength: 40,
    maxLength: 40,
  }),
});

const opened = (slots: Plan['open'], from: number): KnownSlot[] =>
  slots.map(({ kind, slot }, i) => ({
    ...slot,
    kind,
    id: String(from + i),
    isSettled: false,
    excused: null,
  }));
const planned = (phases: ReturnType<typeof datesOf>['phases'], now: Date) => {
  const plan = planPhases(phases, now);
  return observedKinds.flatMap((kind) => plan[kind].map((slot) => ({ kind, slot })));
};
const nameOf = ({ kind, day, window }: Pick<KnownSlot, 'kind' | 'day' | 'window'>) =>
  `${kind} ${day} ${window}`;

/** What the slots are once the plan was written. */
const written = (known: KnownSlot[], plan: Plan): KnownSlot[] => [
  ...known.map((slot) => ({
    ...slot,
    excused: plan.excuse.includes(slot.id)
      ? ('replanned' as const)
      : plan.reopen.includes(slot.id)
        ? null
        : slot.excused,
  })),
  ...opened(plan.open, known.length),
];

describe('planning anew', () => {
  it('leaves the past alone, gives no window two slots, and owes in future exactly what is planned', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 4 }), (changes) => {
        let dates = datesOf();
        let known = opened(planned(dates.phases, openedAt), 0);
        for (const { minutes, to, fate } of [...changes].sort((a, b) => a.minutes - b.minutes)) {
          const now = moment(minutes);
          known = known.map((slot, i) => lived(slot, fate[i % fate.length] as string, now));
          dates =
            'policy' in to ? datesUnder(to.policy, dates) : datesUntil(addDays(firstDay, to.days), dates);
          const plan = planAgain(known, dates.phases, now);
          const after = written(known, plan);
          const isFinal = ({ closesAt, isSettled }: KnownSlot) => isSettled || closesAt <= now;
          const stateOf = new Map(after.map((slot) => [slot.id, JSON.stringify(slot)]));
          const touched = known.filter(
            (slot) => isFinal(slot) && stateOf.get(slot.id) !== JSON.stringify(slot),
          );
          expect(touched).toEqual([]);
          // What a person has excused stays excused.
          const asleep = (slots: KnownSlot[]) =>
            slots.filter(({ excused }) => excused === 'asleep').map(({ id }) => id);
          expect(asleep(after)).toEqual(asleep(known));
          expect(new Set(after.map(nameOf)).size).toBe(after.length);
          expect(new Set(after.map(({ kind, opensAt }) => `${kind} ${opensAt.getTime()}`)).size).toBe(
            after.length,
          );
          const owed = new Set(planned(dates.phases, now).map(({ kind, slot }) => nameOf({ kind, ...slot })));
          const toCome = after.filter(({ closesAt }) => closesAt > now);
          const names = (slots: KnownSlot[]) => new Set(slots.map(nameOf));
          const isOwed = ({ isSettled, excused }: KnownSlot) => !isSettled && !excused;
          // Whatever is owed was planned; whatever was planned is owed, settled, or excused by a person.
          const unplanned = [...names(toCome.filter(isOwed))].filter((name) => !owed.has(name));
          const stands = toCome.filter((slot) => isOwed(slot) || slot.isSettled || slot.excused === 'asleep');
          const standing = names(stands);
          const lost = [...owed].filter((name) => !standing.has(name));
          expect({ unplanned, lost }).toEqual({ unplanned: [], lost: [] });
          expect(temperaturesAfter(known, plan)).toBe(
            after.filter(({ kind, excused }) => kind === 'temperature' && (!excused || excused === 'asleep'))
              .length,
          );
          known = after;
        }
      }),
      runs,
    );
  });

  it('the same plan again changes nothing', () => {
    fc.assert(
      fc.property(fc.nat({ max: 16 * 1440 }), fc.constantFrom(...policies), (minutes, policy) => {
        const { phases } = datesOf(policy);
        const known = opened(planned(phases, openedAt), 0);
        expect(planAgain(known, phases, moment(minutes))).toMatchObject({ excuse: [], reopen: [], open: [] });
      }),
      runs,
    );
  });

  it('shows every date that changes, and no other', () => {
    expect(changedDates(datesOf(), datesOf())).toEqual([]);
    expect(changedDates(datesOf(), datesUntil('2026-12-08', datesOf()))).toEqual([
      { code: 'lastDay', n: 1, from: '2026-12-05', to: '2026-12-08' },
      { code: 'releaseFrom', n: 1, from: '2026-12-06', to: '2026-12-09' },
      { code: 'phaseUntil', n: 1, from: '2026-12-05', to: '2026-12-08' },
    ]);
    const contact = policies.find(({ id }) => id === 'secondary-contact-7') as (typeof policies)[number];
    const dates = changedDates(datesOf(), datesUnder(contact, datesOf()));
    expect(dates.filter(({ code }) => code === 'test').map(({ to }) => to)).toEqual([
      '2026-11-22',
      '2026-11-25',
      '2026-11-28',
    ]);
  });
});

/** What may have happened to a slot by a moment. */
function lived(slot: KnownSlot, fate: string, now: Date): KnownSlot {
  if (slot.isSettled || slot.excused) return slot;
  if (fate === 'settled' && slot.opensAt <= now) return { ...slot, isSettled: true };
  if (fate === 'asleep' || fate === 'hospital' || fate === 'died') return { ...slot, excused: fate };
  return slot;
}
