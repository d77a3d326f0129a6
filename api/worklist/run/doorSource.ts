import type { DueAtDoor } from '@shared/worklist/run';
import type { Types } from 'mongoose';
import type { Context, Who } from '../../context';
import type { LoadedBook } from '../../grids';

/** Something to do at a door, and whose door it is. */
export interface AtDoor {
  householdId: Types.ObjectId;
  door: string;
  /** Infectious waste: nothing else is carried with it, and it goes last. */
  isApart: boolean;
  due: DueAtDoor;
}

/** Where: a part of the order of doors, a building or all there are. */
export interface Doors {
  book: LoadedBook;
  order: { $gte: string; $lt: string } | { $gt: string };
  /** The run through the building, if there is one. */
  runId: Types.ObjectId | null;
}

/** One kind of thing that is due at doors for whoever goes there now. */
export type DoorSource = (ctx: Context, who: Who, doors: Doors) => Promise<AtDoor[]>;
