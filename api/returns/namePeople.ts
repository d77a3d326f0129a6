import type { FieldError } from '@shared/problems';
import type { DeclaredPerson, NamedPerson } from '@shared/returns/declaration';
import type { Context, Who } from '../context';
import { refuseFaults } from '../platform/problem';
import { openPeople, type PersonFields } from '../roster';

/**
 * Fills in what the roster knows of the declarer’s own household: nobody types a name or a document twice. What was
 * typed all the same counts. Problem: input.invalid, for somebody else’s household and for a document the roster has not.
 */
export async function namePeople(ctx: Context, who: Who, people: DeclaredPerson[]): Promise<NamedPerson[]> {
  const known = people.some(({ residentId }) => residentId) ? await ownPeople(ctx, who) : new Map();
  const faults: FieldError[] = [];
  const named = people.map(({ residentId, ...said }, i) => {
    const roster: Partial<PersonFields> = known.get(residentId ?? '') ?? {};
    if (residentId && !roster.name) faults.push({ path: `people.${i}.residentId`, code: 'choice' });
    const document = said.document ?? roster.document;
    if (!document && roster.name) faults.push({ path: `people.${i}.document`, code: 'required' });
    const phone = said.phone ?? roster.phone;
    return { ...said, name: said.name ?? roster.name, document, ...(phone && { phone }) } as NamedPerson;
  });
  refuseFaults(faults);
  return named;
}

/** The people of the household a resident belongs to; nobody for anybody else. */
async function ownPeople(ctx: Context, { membership }: Who): Promise<Map<string, Partial<PersonFields>>> {
  const isOwn = membership?.role === 'resident' && membership.householdId && !membership.partyId;
  return isOwn ? openPeople(ctx, membership.communityId, membership.householdId as string) : new Map();
}
