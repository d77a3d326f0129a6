interface Taken {
  takenAt: Date | string;
}

/** The reading that was taken last, in whatever order they came; of two at one moment the one that came last. */
export const latestOf = <Reading extends Taken>(readings: readonly Reading[]): Reading | undefined =>
  readings.reduce<Reading | undefined>(
    (latest, one) => (latest && new Date(latest.takenAt) > new Date(one.takenAt) ? latest : one),
    undefined,
  );
