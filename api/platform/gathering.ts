import DataLoader from 'dataloader';

/** More would keep a transaction open for long. */
const most = 100;

/**
 * One way for the same work of many callers: what is asked for while a group is under way is done together as the next one. Whoever
 * comes alone waits for nobody. `doAll` answers in the order of what was asked; an Error is thrown to whoever asked for it.
 */
export function gather<Ask, Answer>(
  doAll: (asks: readonly Ask[]) => Promise<(Answer | Error)[]>,
): (ask: Ask) => Promise<Answer> {
  let before: Promise<unknown> = Promise.resolve();
  let under: Promise<unknown>;
  const loader = new DataLoader<Ask, Answer>(
    (asks) => {
      const done = doAll(asks);
      under = done.catch(() => undefined);
      return done;
    },
    {
      ...{ cache: false, maxBatchSize: most },
      batchScheduleFn: (start) => {
        before = before.then(() => {
          start();
          return under;
        });
      },
    },
  );
  return (ask) => loader.load(ask);
}
