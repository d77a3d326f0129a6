import { collectedKinds } from '../schedules/kinds';

/** What is owed by a door as a whole. */
export const ofDoor = { kind: { $in: collectedKinds } };
