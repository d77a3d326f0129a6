import * as z from 'zod';

/** What the live channel sends: no content, only what to fetch again. */
export const LiveEvent = z.object({ entity: z.string(), id: z.string(), version: z.number() });
export type LiveEvent = z.infer<typeof LiveEvent>;

/** First frame of a client, within five seconds. */
export const LiveHello = z.object({ token: z.string().max(3500) });

/** The keys under which a document is heard; a listener holds the keys of its membership. */
export const audience = {
  household: (id: string) => `household:${id}`,
  party: (id: string) => `party:${id}`,
  grid: (id: string) => `grid:${id}`,
  /** What waits in the pool of an estate: heard by all staff of it. */
  pool: (gridId: string) => `pool:${gridId}`,
  account: (id: string) => `account:${id}`,
  office: (communityId: string) => `office:${communityId}`,
  health: (communityId: string) => `health:${communityId}`,
  counsellor: (communityId: string) => `counsellor:${communityId}`,
};
