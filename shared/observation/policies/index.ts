import { archivedPolicies } from './archived';
import { home14 } from './home14';
import type { Policy } from './policy';

export * from './policy';
export { home14 };

/** All that are shipped; which one is in force is dated data of the community. */
export const policies: readonly Policy[] = [home14, ...archivedPolicies];

/** One that somebody named; undefined when there is none. */
export const findPolicy = (id: string, version: number): Policy | undefined =>
  policies.find((policy) => policy.id === id && policy.version === version);

/** The policy document of this id and version; a running observation keeps its version. */
export function policyOf(id: string, version: number): Policy {
  const found = findPolicy(id, version);
  if (!found) throw new Error(`policy ${id} version ${version} is not shipped`);
  return found;
}

/** Which policy a community had in force at a moment. Dated data: `until` null is without an end. */
export interface PolicyInForce {
  id: string;
  version: number;
  from: Date;
  until: Date | null;
}

export function policyAt(inForce: readonly PolicyInForce[], at: Date): Policy {
  const entry =
    inForce.find(({ from, until }) => from <= at && (!until || at < until)) ?? inForce[inForce.length - 1];
  return entry ? policyOf(entry.id, entry.version) : home14;
}
