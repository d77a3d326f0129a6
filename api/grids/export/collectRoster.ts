import { groupBy } from '@shared/groupBy';
import type { Types } from 'mongoose';
import type { Context } from '../../context';
import {
  type DwellingDoc,
  Dwellings,
  type HouseholdDoc,
  Households,
  living,
  type ResidentDoc,
  Residents,
} from '../../roster';

export interface Roster {
  /** By building, unit and room. */
  dwellings: DwellingDoc[];
  householdsAt: Map<string, HouseholdDoc[]>;
  peopleOf: Map<string, ResidentDoc[]>;
  residents: ResidentDoc[];
}

export interface RosterFilter {
  estate?: string | undefined;
  building?: string | undefined;
}

/** Doors, households and people of a community; who has only declared so far is not in the roster yet. */
export async function collectRoster(
  ctx: Context,
  communityId: Types.ObjectId,
  { estate, building }: RosterFilter,
): Promise<Roster> {
  const dwellings = await Dwellings(ctx)
    .find({
      communityId,
      ...(estate !== undefined && { 'address.estate': estate }),
      ...(building !== undefined && { 'address.building': building }),
    })
    .sort({ order: 1 })
    .lean();
  const isWhole = estate === undefined && building === undefined;
  const households = await Households(ctx)
    .find({
      communityId,
      provisional: false,
      dwellingId: isWhole ? { $exists: true } : { $in: dwellings.map(({ _id }) => _id) },
    })
    .sort({ _id: 1 })
    .lean();
  const residents = await Residents(ctx)
    .find({
      communityId,
      provisional: false,
      ...living,
      ...(!isWhole && { householdId: { $in: households.map(({ _id }) => _id) } }),
    })
    .sort({ _id: 1 })
    .lean();
  return {
    dwellings,
    householdsAt: groupBy(households, ({ dwellingId }) => String(dwellingId)),
    peopleOf: groupBy(headsFirst(residents), ({ householdId }) => String(householdId)),
    residents,
  };
}

/** The head opens a household when the workbook is read again. */
const headsFirst = (residents: ResidentDoc[]): ResidentDoc[] => [
  ...residents.filter(({ relation }) => relation === 'head'),
  ...residents.filter(({ relation }) => relation !== 'head'),
];
