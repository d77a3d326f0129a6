import { medianOf } from '../tellPromise';
import { fire, type Shot, type Slice } from './load';
import { cpuMicros, type Server } from './openReadings';

const rounds = Number(process.env.BENCH_ROUNDS ?? 6);
const seconds = 2;

/** A server and what is asked of it. */
export interface Turn {
  server: Server;
  shots: () => Shot;
}

/**
 * Slices of two seconds at 50 connections, the servers in turn and the other one first each time, so that what else the machine does meets both. Answers the median of
 * how much of the first one's throughput the second reaches within a round.
 */
export async function takeTurns(turns: [Turn, Turn]): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const slices = new Map<Turn, Slice>();
    const told: string[] = [];
    for (const turn of round % 2 ? turns : [...turns].reverse()) {
      const { server, shots } = turn;
      const before = await cpuMicros(server);
      const slice = await fire(server, { seconds }, shots);
      const micros = ((await cpuMicros(server)) - before) / (slice.perSecond * seconds);
      slices.set(turn, slice);
      const { perSecond, p99 } = slice;
      told.push(
        `${server.name} ${perSecond.toFixed(0)}/s p99 ${p99} ms, ${micros.toFixed(0)} µs of a processor each`,
      );
    }
    const [first, second] = turns.map((turn) => slices.get(turn)) as [Slice, Slice];
    const ratio = second.perSecond / first.perSecond;
    console.log(`${round ? `round ${round}` : 'warm-up'}: ${told.join(', ')}, ratio ${ratio.toFixed(2)}`);
    if (round) ratios.push(ratio);
  }
  return medianOf(ratios);
}
