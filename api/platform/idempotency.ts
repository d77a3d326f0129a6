import { hash } from 'node:crypto';
import { problem } from './problem';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What makes a repeat recognisable: who, the key of the client, and a hash of what was asked. */
export interface Once {
  key: string;
  hash: string;
}

/** Reads the Idempotency-Key of a POST. Throws key.missing without one. */
export function onceOf(header: string | undefined, body: unknown): Once {
  const key = header?.toLowerCase() ?? '';
  if (!uuidV7.test(key)) throw problem('key.missing');
  return { key, hash: hash('sha256', canonical(body), 'base64url') };
}

/** In a batch, row i has a key of its own. */
export const rowOf = (once: Once, i: number): Once => ({ key: `${once.key}:${i}`, hash: once.hash });

/** Another body under the same key is refused. */
export function refuseOtherBody(stored: { hash: string }, once: Once): void {
  if (stored.hash !== once.hash) throw problem('key.reused');
}

/** JSON with sorted keys, so that the order of fields does not make another request. */
function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  let fields = '';
  for (const name of Object.keys(value).sort())
    fields += `${fields && ','}${JSON.stringify(name)}:${canonical((value as Record<string, unknown>)[name])}`;
  return `{${fields}}`;
}
