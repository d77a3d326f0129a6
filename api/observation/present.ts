import { maskName } from '@shared/mask';
import type { ObservationView } from '@shared/observation/contract';
import { dayNumber } from '@shared/observation/days';
import { policyOf } from '@shared/observation/policies';
import type { Context, Who } from '../context';
import { type DataKey, dataKeyId } from '../platform/sealing';
import type { ObservationDoc } from './model';
import { observationPlace } from './openObservation';

/** Observations for the caller: the name in full for its own people, masked for staff. */
export async function presentObservations(
  ctx: Context,
  who: Who,
  docs: ObservationDoc[],
): Promise<ObservationView[]> {
  const isResident = who.membership?.role === 'resident';
  const keys = isResident
    ? await ctx.seals.load(docs.map(({ returnId }) => dataKeyId('episode', returnId)))
    : new Map();
  const now = ctx.clock.now();
  return docs.map((doc) => present(doc, keys.get(dataKeyId('episode', doc.returnId)), now));
}

function present(doc: ObservationDoc, key: DataKey | undefined, now: Date): ObservationView {
  const { id, version } = doc.policy;
  return {
    id: String(doc._id),
    state: doc.state,
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
  };
}
