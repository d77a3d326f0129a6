import { type Abilities, type Act, abilitiesFor, type Subject } from '@shared/abilities';
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
