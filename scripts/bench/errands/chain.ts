import { uuidV7 } from '../../seed/uuidV7';
import type { Shot } from '../readings/load';
import type { People } from './people';

const trash = { kind: 'trash', details: { bags: 1, infectious: false }, channel: 'app' } as const;

/**
 * Errands from order to close, as people do it: each step is ready when the one before is answered, and what is ready goes first. Of
 * everything sent a quarter is placed.
 */
export function errandChain({ residents, workers }: People): () => Shot {
  const ready: Shot[] = [];
  let placed = 0;
  const place = (): Shot => {
    const n = placed;
    placed += 1;
    const resident = residents[n % residents.length] as People['residents'][number];
    const worker = workers[n % workers.length] as People['workers'][number];
    const about = { householdId: resident.householdId };
    const steps = [
      [worker.token, 'accept'],
      [worker.token, 'leave'],
      [resident.token, 'confirm'],
    ] as const;
    return {
      ...sent('/api/requests', resident.token, { ...trash, about }),
      answered: (body) => step(idIn(body), steps, 0),
    };
  };
  const step = (id: string, steps: readonly (readonly [string, string])[], i: number): void => {
    const [token, action] = steps[i] ?? [];
    if (!token) return;
    ready.push({
      ...sent(`/api/requests/${id}/actions/${action}`, token, { seenVersion: i + 1, input: {} }),
      answered: () => step(id, steps, i + 1),
    });
  };
  return () => ready.shift() ?? place();
}

const idIn = (body: string): string => (JSON.parse(body) as { id: string }).id;

export const sent = (path: string, token: string, body: object): Shot => ({
  path,
  body: JSON.stringify(body),
  headers: {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'idempotency-key': uuidV7(),
  },
});
