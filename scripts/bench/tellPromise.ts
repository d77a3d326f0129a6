/** The line at the end of a bench: what was promised, and whether it holds. */
export function tellPromise(what: string, value: number, promised: string, kept: boolean): void {
  console.log(`${what}: ${value.toFixed(2)} (promised ${promised}): ${kept ? 'kept' : 'NOT KEPT'}`);
}

export const atLeast = (what: string, value: number, least: number): void =>
  tellPromise(what, value, `at least ${least}`, value >= least);

export const atMost = (what: string, value: number, most: number): void =>
  tellPromise(what, value, `at most ${most}`, value <= most);

/** The middle one; of two in the middle what lies between them. */
export function medianOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const below = sorted[Math.ceil(half) - 1] as number;
  return (below + (sorted[Math.floor(half)] as number)) / 2;
}
