/** What is read of a reading of a slot. Ids by what they print. */
interface Reported {
  _id: { toString(): string };
  correctionOf: { toString(): string } | null;
  takenAt: Date;
  receivedAt: Date;
}

interface SettledSlot<Reading> {
  readings: readonly Reading[];
  settledAt: Date | null;
  settledReceivedAt?: Date;
}

/** The reading that stands for a slot: the one that settled it, or the last that stands in its place. None of one that nothing settled. */
export function standingReading<Reading extends Reported>({
  readings,
  settledAt,
  settledReceivedAt,
}: SettledSlot<Reading>): Reading | null {
  const settled = readings.find(
    ({ takenAt, receivedAt }) => isSame(takenAt, settledAt) && isSame(receivedAt, settledReceivedAt),
  );
  return settled ? lastOf(settled, readings) : null;
}

const isSame = (a: Date, b: Date | null | undefined): boolean => a.getTime() === b?.getTime();

/** A correction is a further reading, and it may be corrected again; each comes after what it corrects. */
function lastOf<Reading extends Reported>(reading: Reading, readings: readonly Reading[]): Reading {
  const next = readings
    .filter(({ correctionOf }) => correctionOf?.toString() === reading._id.toString())
    .pop();
  return next ? lastOf(next, readings.slice(readings.indexOf(reading) + 1)) : reading;
}
