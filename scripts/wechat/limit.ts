const beijingMs = 8 * 3_600_000;
export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** So many in each minute or each day of Beijing, of everybody or of each; answers whether it is more than that. */
export function limitOf(most: number, spanMs: number, now: () => number): (of?: string) => boolean {
  const counted = new Map<string, number>();
  let span = 0;
  return (of = '') => {
    const current = Math.floor((now() + beijingMs) / spanMs);
    if (current !== span) counted.clear();
    span = current;
    counted.set(of, (counted.get(of) ?? 0) + 1);
    return (counted.get(of) as number) > most;
  };
}
