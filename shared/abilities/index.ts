import { AbilityBuilder, createMongoAbility } from '@casl/ability';
import type { Role } from '../accounts/contract';
import { buildingHead } from './buildingHead';
import { counsellor } from './counsellor';
import { gridStaff } from './gridStaff';
import { health } from './health';
import { helper } from './helper';
import { office } from './office';
import { resident } from './resident';
import type { Abilities, Act, Rights, Rules, Subject } from './rules';

export type { Abilities, Act, Offer, Rights, Subject } from './rules';

const byRole: Partial<Record<Role, Rules>> = {
  resident,
  worker: gridStaff,
  leader: gridStaff,
  office,
  health,
  counsellor,
  buildingHead,
  volunteer: helper,
  property: helper,
};

/**
 * Which things may this membership see and act on. The one place; it becomes a database filter, the authorization
 * of an endpoint and the actions in a reply (domain, section 2). `now` is product time: some things are seen for a while only.
 */
export function abilitiesFor(rights: Rights | null, now: Date): Abilities {
  const { can, build } = new AbilityBuilder<Abilities>(createMongoAbility);
  const may = (acts: Act | Act[], subject: Subject, conditions?: Record<string, unknown>) =>
    conditions ? can(acts, subject, conditions as never) : can(acts, subject);
  may('read', 'Community');
  may('tip', 'Return');
  if (!rights) {
    may('read', 'Dwelling');
    may('declare', 'Return');
    return build();
  }
  const here = { communityId: rights.communityId };
  byRole[rights.role]?.(may, rights, here, now);
  return build();
}

/** Whether what this membership may see changes with time alone. */
export const dependOnTime = (rights: Rights | null): boolean => rights?.role === 'health';
