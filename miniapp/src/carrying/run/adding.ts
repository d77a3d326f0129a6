import type { DueAtDoor } from '@shared/worklist/run';
import type { RunReply } from '@/client/queries/trips';

/** So many go with one request. */
const most = 100;

/** What one carries to this building and is not in the trip yet. */
export const toAdd = (items: RunReply['items']): DueAtDoor[] =>
  items
    .flatMap(({ due }) => due)
    .filter(({ inRun, actions }) => !inRun && actions.includes('addToRun'))
    .slice(0, most);
