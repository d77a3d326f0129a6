import { subject as named } from '@casl/ability';
import { type Abilities, type Act, abilitiesFor, type Subject } from '@shared/abilities';
import type { Types } from 'mongoose';
import type { Who } from '../context';

const built = new WeakMap<Who, Abilities>();

/** The abilities behind a token, built once for each request. */
export function abilitiesOf(who: Who): Abilities {
  const abilities = built.get(who) ?? abilitiesFor(who.membership);
  built.set(who, abilities);
  return abilities;
}

/** The filter of what this membership may see (or act on). Without any rule nothing matches. */
export function visible(who: Who, subject: Subject, act: Act = 'read'): Record<string, unknown> {
  const rules = abilitiesOf(who).rulesFor(act, subject);
  if (rules.some(({ inverted }) => inverted)) throw new Error('abilities: permissions only, no exceptions');
  if (!rules.length) return { _id: { $in: [] } };
  return { $or: rules.map(({ conditions }) => (conditions ?? {}) as Record<string, unknown>) };
}

/** The ids of a document that rules look at. */
interface Placed {
  _id?: Types.ObjectId;
  communityId: Types.ObjectId;
  residentId?: Types.ObjectId;
  householdId?: Types.ObjectId;
  partyId?: Types.ObjectId | undefined;
  gridPath?: Types.ObjectId[];
}

/** Whether this membership may do something with one thing. The same rules as the filter, on a document that was read. */
export function mayWith(who: Who, act: Act, subject: Subject, doc: Placed): boolean {
  const facts = Object.fromEntries(
    (['_id', 'communityId', 'residentId', 'householdId', 'partyId'] as const).flatMap((name) =>
      doc[name] ? [[name, String(doc[name])]] : [],
    ),
  );
  const gridPath = doc.gridPath?.map(String) ?? [];
  return abilitiesOf(who).can(act, named(subject, { ...facts, gridPath } as Record<string, unknown>));
}

/** Whether temperatures and symptoms of somebody are the caller's business. */
export const seesHealth = (
  who: Who,
  doc: Required<Pick<Placed, 'communityId' | 'residentId' | 'householdId' | 'gridPath'>> & Placed,
): boolean => mayWith(who, 'read', 'Health', doc);
