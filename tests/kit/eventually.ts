import { setTimeout as pause } from 'node:timers/promises';

/** Looks until what it sees is so. The verdict is what was seen; the time is only how long it looks. */
export async function eventually<Seen>(
  look: () => Promise<Seen> | Seen,
  isSo: (seen: Seen) => boolean,
  withinMs = 15_000,
): Promise<Seen> {
  const from = Date.now();
  const until = from + withinMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (Date.now() > until) throw new Error(`not so after ${withinMs} ms: ${JSON.stringify(seen)}`);
    // What takes long is not asked for all the time: two stories and their database share two cores.
    await pause(Math.min(200, Math.max(25, (Date.now() - from) / 5)));
  }
}
