import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './caller';
import { eventually } from './eventually';
import { randomOf } from './randomOf';
import { endHard, type Home, type Started } from './startCommand';

interface Kills {
  kills: number;
  /** So many acknowledgements are to come, and none of the kills so late that nothing is left to be cut. */
  of: number;
  seed: number;
  /** Before the n-th. */
  before(n: number): Promise<unknown>;
}

export interface Killing {
  /** Sends until it is acknowledged or refused for good, as the outbox of a phone does it: the caller keeps the key. */
  insists<Body>(send: () => Promise<Answer<Body>>): Promise<Answer<Body>>;
  /** One more is acknowledged: some of them are followed by a kill. */
  acknowledged(): void;
  /** When all kills are over. */
  over(): Promise<void>;
  killed: ('mongod' | 'api')[];
  /** So often nobody answered. */
  failed(): number;
}

/** Kills mongod and the API in turn at random moments, with -9, each when it has come back from the last. */
export function killing(home: Home, first: Started, { kills, of, seed, before }: Kills): Killing {
  const random = randomOf(seed);
  const moments = new Set<number>();
  while (moments.size < kills) moments.add(1 + Math.floor(random() * of * 0.9));
  const killed: Killing['killed'] = [];
  let started = first;
  let [acknowledged, failed] = [0, 0];
  let underWay: Promise<void> = Promise.resolve();

  async function killMongod(): Promise<void> {
    const pid = home.mongodPid();
    endHard(pid);
    await eventually(home.mongodPid, (now) => now > 0 && now !== pid, 60_000);
    killed.push('mongod');
  }
  async function killApi(): Promise<void> {
    endHard(started.pid);
    // Nobody but a signal ends it without a code.
    expect((await started.ended).code).toBeNull();
    started = await home.serves();
    killed.push('api');
  }
  async function kill(n: number): Promise<void> {
    await before(n).catch(() => undefined);
    await (n % 2 ? killMongod() : killApi());
  }
  return {
    async insists(send) {
      for (;;) {
        const answer = await send().catch(() => null);
        if (answer && ![429, 503].includes(answer.status)) {
          if (answer.status < 500) return answer;
          throw new Error(`${answer.status} ${answer.code}: ${defectsIn(started)}`);
        }
        if (answer?.status !== 429) failed += 1;
        await pause(answer?.status === 429 ? 1000 : 100);
      }
    },
    acknowledged() {
      acknowledged += 1;
      if (!moments.delete(acknowledged)) return;
      const n = kills - moments.size;
      underWay = underWay.then(() => kill(n));
    },
    over: () => underWay,
    killed,
    failed: () => failed,
  };
}

/** What the API took for a defect, by class and place. */
const defectsIn = ({ out }: Started): string =>
  out()
    .split('\n')
    .filter((line) => line.includes('"problem":"internal"'))
    .join('\n');
