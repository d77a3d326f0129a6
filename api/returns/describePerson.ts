import { divisionName } from '@shared/returns/divisions';
import type { ResidentFile } from '@shared/roster/residents';
import type { Context, PersonAt, PersonFacts, Who } from '../context';
import { gridBook, presentResponsible } from '../grids';
import { Observations, shownState } from '../observation';
import { mayWith, seesHealth } from '../platform/visible';
import { Slots } from '../schedules';
import { ExtraReadings } from '../temperatures';
import { Returns } from './model';

const most = { returns: 10, observations: 10, readings: 20 } as const;

/** What goes on with a person of the roster, as far as the caller may see it: the rest of the file. */
export async function describePerson(ctx: Context, who: Who, person: PersonAt): Promise<PersonFacts> {
  const { communityId } = person;
  const book = await gridBook(ctx, communityId);
  const [returns, observations, readings] = await Promise.all([
    mayWith(who, 'read', 'Return', person) ? returnsOf(ctx, person) : [],
    mayWith(who, 'read', 'Observation', person) ? observationsOf(ctx, who, person) : [],
    seesHealth(who, person) ? readingsOf(ctx, person) : null,
  ]);
  const responsible = presentResponsible(book, { ...person, responsibleFrom: 'worker' }, ctx.clock.now());
  return { responsible, returns, observations, readings };
}

async function returnsOf(
  ctx: Context,
  { communityId, residentId }: PersonAt,
): Promise<ResidentFile['returns']> {
  const docs = await Returns(ctx)
    .find({ communityId, residentId })
    .sort({ _id: -1 })
    .limit(most.returns)
    .lean();
  return docs.map(({ _id, state, declaredAt, arrivedAt, origin }) => ({
    id: String(_id),
    state,
    declaredAt: declaredAt.toISOString(),
    arrivedAt: (arrivedAt ?? declaredAt).toISOString(),
    place: origin.divisionCode ? divisionName(origin.divisionCode) : (origin.country ?? ''),
  }));
}

async function observationsOf(
  ctx: Context,
  who: Who,
  { communityId, residentId }: PersonAt,
): Promise<ResidentFile['observations']> {
  const docs = await Observations(ctx)
    .find({ communityId, residentId })
    .sort({ _id: -1 })
    .limit(most.observations)
    .lean();
  return docs.map((doc) => {
    const { _id, firstDay, lastDay } = doc;
    return { id: String(_id), state: shownState(who, doc), firstDay, lastDay };
  });
}

/** The newest readings, those of slots and the others, in one row. */
async function readingsOf(
  ctx: Context,
  { communityId, residentId }: PersonAt,
): Promise<NonNullable<ResidentFile['readings']>> {
  const [slots, extra] = await Promise.all([
    Slots(ctx)
      .find({ communityId, residentId, opensAt: { $lte: ctx.clock.now() } }, { readings: 1 })
      .sort({ opensAt: -1 })
      .limit(most.readings)
      .lean(),
    ExtraReadings(ctx).find({ communityId, residentId }).sort({ takenAt: -1 }).limit(most.readings).lean(),
  ]);
  return [...slots.flatMap(({ readings }) => readings), ...extra]
    .sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime())
    .slice(0, most.readings)
    .map(({ takenAt, celsius, symptoms, medicine, filledBy }) => ({
      takenAt: takenAt.toISOString(),
      celsius,
      symptoms: [...symptoms],
      medicine,
      filledBy,
    }));
}
