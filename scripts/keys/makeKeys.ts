import { randomBytes } from 'node:crypto';

export const purposes = ['master', 'blind', 'token'] as const;
export type Purpose = (typeof purposes)[number];

interface Key {
  id: string;
  key: string;
}
/** The keyring as `NUANLIN_KEYS` holds it: by purpose, the current key first; 32 bytes each, in base64. */
export type KeyringText = Record<Purpose, Key[]>;

const newKey = (id: string): Key => ({ id, key: randomBytes(32).toString('base64') });

/** A keyring for a new installation. */
export const makeKeys = (): KeyringText => ({
  master: [newKey('m1')],
  blind: [newKey('b1')],
  token: [newKey('t1')],
});

/**
 * The same keyring with a new current key for sealing and for tokens; the old ones still open what they made. The blind
 * index keeps its key: under a second one the same document could be registered twice.
 */
export function addKeys(ring: KeyringText): KeyringText {
  const withNew = (purpose: 'master' | 'token') => [newKey(nextId(ring[purpose])), ...ring[purpose]];
  return { ...ring, master: withNew('master'), token: withNew('token') };
}

/** m1 → m2; an id of another shape gets a 2. */
function nextId(keys: Key[]): string {
  const [, stem = '', number = '1'] = /^(.*?)(\d*)$/.exec(keys[0]?.id ?? '') ?? [];
  return `${stem}${Number(number) + 1}`;
}
