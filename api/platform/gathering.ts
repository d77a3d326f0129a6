import DataLoader from 'dataloader';

/** More would keep a transaction open for long. */
const most = 50;
/** So long a group holds up the next one at most. */
const patienceMs = 500;

/**
 * One way for the same work of many callers: what is asked for while a group is under way is done together as the next one. Whoever
 * comes alone waits for nobody. `doAll` answers in the order of what was asked; an Error is thrown to whoever asked for it.
 */
export function gather<Context extends object, Ask, Answer>(
  doAll: (ctx: Context, asks: readonly Ask[]) => Promise<(Answer | Error)[]>,
): (ctx: Context, ask: Ask) => Promise<Answer> {
  const loaders = new WeakMap<Context, DataLoader<Ask, Answer>>();
  return (ctx, ask) => {
    const loader = loaders.get(ctx) ?? oneAfterTheOther<Ask, Answer>((asks) => doAll(ctx, asks));
    loaders.set(ctx, loader);
    return loader.load(ask);
  };
}

function oneAfterTheOther<Ask, Answer>(
  doAll: (asks: readonly Ask[]) => Promise<(Answer | Error)[]>,
): DataLoader<Ask, Answer> {
  let before: Promise<unknown> = Promise.resolve();
  let under: Promise<unknown>;
  return new DataLoader<Ask, Answer>(
    (asks) => {
      const done = doAll(asks);
      under = soon(done);
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
}

/** Resolves when it is over, well or not, or takes too long. */
const soon = (done: Promise<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(goOn, patienceMs);
    done.then(goOn, goOn);
  });
