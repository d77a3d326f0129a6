import type { Connection } from 'mongoose';
import { Schema } from 'mongoose';
import { collection, schemaOptions } from './mongo';

interface Setting {
  _id: string;
  offsetMs: number;
}
const Settings = collection<Setting>(
  'settings',
  new Schema<Setting>({ _id: String, offsetMs: Number }, schemaOptions),
);

/**
 * The product's time: machine time plus an offset kept in the database, so that the demo and the stories can move it.
 * Tokens, sessions and expiry use machine time instead.
 */
export interface Clock {
  now(): Date;
  moveTo(moment: Date): Promise<void>;
  /** Reads the offset again; another process may have moved it. */
  reload(): Promise<void>;
}

export async function createClock(connection: Connection, startAt: Date | null): Promise<Clock> {
  let offsetMs = 0;
  let moves = 0;
  const clock: Clock = {
    now: () => new Date(Date.now() + offsetMs),
    async moveTo(moment) {
      const moved = moment.getTime() - Date.now();
      await Settings({ connection }).updateOne(
        { _id: 'clock' },
        { $set: { offsetMs: moved } },
        { upsert: true },
      );
      offsetMs = moved;
      moves += 1;
    },
    async reload() {
      const before = moves;
      const stored = (await Settings({ connection }).findById('clock').lean())?.offsetMs ?? 0;
      // What was read before a move of this process is older than the move.
      if (before === moves) offsetMs = stored;
    },
  };
  await clock.reload();
  if (startAt) await clock.moveTo(startAt);
  return clock;
}

/** Machine time, for tokens, sessions and the comparison with the database's clock. */
export const machineNow = (): Date => new Date();
