import { fire, type Shot, type Slice } from './load';
import { cpuMicros, medianOf, type Server } from './openReadings';

const rounds = Number(process.env.BENCH_ROUNDS ?? 6);
const seconds = 2;

/** A server and what is asked of it. */
export interface Turn {
  server: Server;
  shots: () => Shot;
}

/**
 * Slices of two seconds at 50 connections, the servers in turn, so that what else the machine does meets both. Answers the median of
 * how much of the first one's throughput the second reaches within a round.
 */
export async function takeTurns(turns: [Turn, Turn]): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const slices: Slice[] = [];
    const told: string[] = [];
    for (const { server, shots } of turns) {
      const before = await cpuMicros(server);
      const slice = await fire(server, { seconds }, shots);
      const micros = ((await cpuMicros(server)) - before) / (slice.perSecond * seconds);
      slices.push(slice);
      const { perSecond, p99 } = slice;
      told.push(
        `${server.name} ${perSecond.toFixed(0)}/s p99 ${p99} ms, ${micros.toFixed(0)} µs of a processor each`,
      );
    }
    const [first, second] = slices as [Slice, Slice];
    const ratio = second.perSecond / first.perSecond;
    console.log(`${round ? `round ${round}` : 'warm-up'}: ${told.join(', ')}, ratio ${ratio.toFixed(2)}`);
    if (round) ratios.push(ratio);
  }
  return medianOf(ratios);
}

/** One line at the end: what was promised, and whether it holds. */
export function tellPromise(what: string, value: number, limit: number, kept: boolean): void {
  console.log(`${what}: ${value.toFixed(2)} (promised ${limit}): ${kept ? 'kept' : 'NOT KEPT'}`);
}
