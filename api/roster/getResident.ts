import { ageAt } from '@shared/roster/identity';
import type { getResident as contract, ResidentFile } from '@shared/roster/residents';
import { dayOf } from '@shared/time';
import type { Context, Who } from '../context';
import type { Input } from '../platform/endpoint';
import { mayWith } from '../platform/visible';
import { changesOf } from './corrections/presentCorrections';
import { findResident } from './findResident';
import { Households, type ResidentDoc } from './model';
import { bornOn } from './openPeople';
import { presentResidents } from './presentResidents';
import type { PersonFields } from './sealResident';

/** The file of a person: household, who answers, what goes on, what was corrected. Problem: notFound. */
export async function getResident(
  ctx: Context,
  who: Who,
  { params }: Pick<Input<typeof contract>, 'params'>,
): Promise<ResidentFile> {
  const doc = await findResident(ctx, who, params.id);
  const { communityId, householdId, gridId, gridPath, patchId } = doc;
  const at = { communityId, residentId: doc._id, householdId, gridId, gridPath, patchId };
  const [[view], household, facts, changes] = await Promise.all([
    presentResidents(ctx, who, [doc]),
    Households(ctx).findOne({ communityId, _id: householdId }).lean(),
    ctx.hooks.describePerson(who, at),
    changesOf(ctx, who, doc),
  ]);
  return {
    ...(view as NonNullable<typeof view>),
    dwellingId: household?.dwellingId ? String(household.dwellingId) : null,
    isContact: Boolean(household?.contactResidentId?.equals(doc._id)),
    hasNote: Boolean(doc.note) && mayWith(who, 'reveal', 'Resident', doc),
    healthClosed: doc.healthClosed ?? false,
    ...facts,
    changes,
    actions: actionsOf(who, doc),
  };
}

function actionsOf(who: Who, doc: ResidentDoc): ResidentFile['actions'] {
  const mayClose = mayWith(who, 'update', 'Health', { ...doc, residentId: doc._id });
  return [
    ...(mayWith(who, 'reveal', 'Resident', doc) ? (['reveal'] as const) : []),
    ...(mayWith(who, 'correct', 'Resident', doc) ? (['correct'] as const) : []),
    ...(mayWith(who, 'propose', 'Resident', doc) ? (['propose'] as const) : []),
    ...(mayClose ? ([doc.healthClosed ? 'openHealth' : 'closeHealth'] as const) : []),
  ];
}

const adultAge = 18;

/** Of whom nothing is known is not taken for a child. */
export function isMinor(person: Partial<PersonFields>, now: Date): boolean {
  const born = bornOn(person);
  return born !== null && ageAt(born, dayOf(now)) < adultAge;
}
