import type { May, Rights } from './rules';

/** What waits and is offered to somebody: that it does, of what kind, at which building. */
export const offered = (may: May, { offers }: Rights, here: { communityId: string }) => {
  for (const { kinds, pools } of offers)
    may('read', 'Request', {
      ...{ ...here, life: 'errand', open: true },
      ...{ kind: { $in: kinds }, poolGridId: { $in: pools } },
    });
};
