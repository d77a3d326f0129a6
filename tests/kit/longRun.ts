/** Seeds and faults that take long are for `npm run test:long`; the gate keeps one of each sort. */
export const isLongRun = Boolean(process.env.NUANLIN_TEST_LONG);

/** A story of the long run only. */
export const inLongRun = (story: string, live: () => Promise<void>): void => {
  if (isLongRun) it(story, live);
};
