import { maskName } from '@shared/mask';
import type { ObservationView, ReleaseView } from '@shared/observation/contract';
import { dayNumber } from '@shared/observation/days';
import { isRunning } from '@shared/observation/life';
import { policyOf } from '@shared/observation/policies';
import { blockingOf, checkFrom } from '@shared/observation/release';
import { requiredTests, type TestResult } from '@shared/observation/tests';
import type { Context, Who } from '../context';
import { type DataKey, dataKeyId } from '../platform/sealing';
import { seesHealth } from '../platform/visible';
import { actionsOf } from './actors';
import type { ObservationDoc } from './model';
import { observationPlace } from './openObservation';
import { releasing } from './releaseFacts';
import { shownState } from './shownState';
import { isToldAtHome } from './tellStep';

/** Observations for the caller: the name in full for its own people, masked for staff. */
export async function presentObservations(
  ctx: Context,
  who: Who,
  docs: ObservationDoc[],
  withRelease = false,
): Promise<ObservationView[]> {
  const isResident = who.membership?.role === 'resident';
  const keys = isResident
    ? await ctx.seals.load(docs.map(({ returnId }) => dataKeyId('episode', returnId)))
    : new Map();
  const release = withRelease ? await releasesOf(ctx, docs) : null;
  const now = ctx.clock.now();
  return docs.map((doc) => {
    const isSeen = seesHealth(who, doc);
    return {
      ...present(doc, keys.get(dataKeyId('episode', doc.returnId)), now),
      state: shownState(who, doc),
      tests: isSeen ? doc.tests.map(presentTest) : [],
      release: isSeen ? (release?.get(String(doc._id)) ?? null) : null,
      isToldAtHome: null,
      actions: actionsOf(who, doc, now),
    };
  });
}

/** One, with what its release still needs, and for staff whether its last step is known at home. */
export async function presentObservation(
  ctx: Context,
  who: Who,
  doc: ObservationDoc,
): Promise<ObservationView> {
  const [[view], isKnown] = await Promise.all([
    presentObservations(ctx, who, [doc], true),
    who.membership?.role === 'resident' ? null : isToldAtHome(ctx, doc),
  ]);
  return { ...(view as ObservationView), isToldAtHome: isKnown };
}

const presentTest = ({ day, takenOn, result, recordedAt }: ObservationDoc['tests'][number]) => ({
  ...{ day, takenOn, result },
  recordedAt: recordedAt.toISOString(),
});

/** What the release of each that goes on still needs. */
async function releasesOf(ctx: Context, docs: ObservationDoc[]): Promise<Map<string, ReleaseView>> {
  const going = docs.filter(isRunning);
  const { factsOf, missedOf } = await releasing(ctx, going);
  return new Map(
    going.map((doc) => [
      String(doc._id),
      {
        blocking: blockingOf(factsOf(doc)),
        canCheckFrom: checkFrom(doc.lastDay).toISOString(),
        checkedAt: doc.check?.at.toISOString() ?? null,
        approvedAt: doc.approvedAt?.toISOString() ?? null,
        missed: missedOf(doc).map(({ _id, day, window }) => ({
          ...{ slotId: String(_id), day, window },
          isSeen: doc.check?.slotIds.some((id) => id.equals(_id)) ?? false,
        })),
        requiredTests: requiredTests(doc.phases, doc.firstDay).map(({ day, date }) => ({
          ...{ day, date },
          result: bestOf(doc.tests.filter((test) => test.day === day).map(({ result }) => result)),
        })),
      },
    ]),
  );
}

const bestOf = (results: TestResult[]): TestResult | null =>
  (['negative', 'positive', 'pending'] as const).find((result) => results.includes(result)) ?? null;

function present(
  doc: ObservationDoc,
  key: DataKey | undefined,
  now: Date,
): Omit<ObservationView, 'state' | 'tests' | 'release' | 'isToldAtHome' | 'actions'> {
  const { id, version } = doc.policy;
  return {
    id: String(doc._id),
    version: doc.version,
    returnId: String(doc.returnId),
    partyId: String(doc.partyId),
    residentId: String(doc.residentId),
    householdId: String(doc.householdId),
    dwellingId: doc.dwellingId ? String(doc.dwellingId) : null,
    door: doc.door,
    name: key ? key.open(doc.name, observationPlace(doc._id)) : maskName(doc.surname),
    basis: doc.basis,
    policy: { id, version, edition: policyOf(id, version).edition },
    startEvent: { kind: doc.startEvent.kind, at: doc.startEvent.at.toISOString() },
    firstDay: doc.firstDay,
    lastDay: doc.lastDay,
    endsAt: doc.endsAt.toISOString(),
    ...dayNumber(doc, now),
    slotCount: doc.slotCount,
    openedAt: doc.openedAt.toISOString(),
    releasedAt: doc.releasedAt?.toISOString() ?? null,
    phases: doc.phases.map(({ place, firstDay, days, readingsADay }) => ({
      place,
      firstDay,
      days,
      readingsADay,
    })),
  };
}
