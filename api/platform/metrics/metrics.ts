import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Changes } from '../changes';
import { machineNow } from '../clock';

/** What an operator watches: counts and times, by operation and code; never of whom or what. */
export interface Metrics {
  registry: Registry;
  /** Seconds until an answer was complete. */
  requests: Histogram<'operation' | 'status'>;
  /** Steps of due work that were taken. */
  steps: Counter<'work'>;
  /** By how many seconds the oldest due step was late when it was found. Stands still while nobody looks: that is `lookedAt`. */
  lateness: Gauge<'work'>;
  /** When each kind of work was last looked through to its end, by the machine's clock; shown as the seconds since. */
  lookedAt: Map<string, Date>;
  /** Rounds of the sweep by how they went: done, failed, paused because this machine's clock is off. */
  sweeps: Counter<'outcome'>;
  liveWindows: Gauge;
}

/** A registry of its own for each context, so that two in one process do not count together. */
export function createMetrics(changes: Changes): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'nuanlin_changes_down_seconds',
    help: 'Seconds without a change stream; live windows fall back to polling meanwhile',
    registers,
    collect() {
      this.set(changes.downForSeconds());
    },
  });
  const lookedAt = new Map<string, Date>();
  new Gauge({
    name: 'nuanlin_looked_seconds',
    help: 'Seconds since due work of a kind was last looked through, late or not; grows while nobody looks',
    labelNames: ['work'],
    registers,
    collect() {
      const now = machineNow().getTime();
      for (const [work, at] of lookedAt) this.set({ work }, (now - at.getTime()) / 1000);
    },
  });
  return {
    registry,
    lookedAt,
    requests: new Histogram({
      name: 'nuanlin_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['operation', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    steps: new Counter({
      name: 'nuanlin_steps_total',
      help: 'Due steps taken',
      labelNames: ['work'],
      registers,
    }),
    lateness: new Gauge({
      name: 'nuanlin_step_lateness_seconds',
      help: 'How late the oldest due step was when it was found',
      labelNames: ['work'],
      registers,
    }),
    sweeps: new Counter({
      name: 'nuanlin_sweeps_total',
      help: 'Looks for due work of one kind, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    liveWindows: new Gauge({ name: 'nuanlin_live_windows', help: 'Open live channels', registers }),
  };
}
