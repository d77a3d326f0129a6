import { createHmac } from 'node:crypto';
import { normalizeName } from '@shared/roster/names';
import type { Keyring } from './config';

/** A keyed hash by which a sealed field is found without being opened. */
export interface BlindHash {
  keyId: string;
  hash: string;
}
export const blindHashSchema = { _id: false, keyId: String, hash: String } as const;

export type BlindField =
  | 'document'
  | 'phone'
  | 'last4'
  | 'name'
  | 'keyGroup'
  | 'wechat'
  | 'import'
  | 'code'
  | 'login'
  | 'slip'
  | 'receipt';

export interface BlindIndex {
  /** What is stored with a record. `scope` is the communityId, or `global` for accounts. */
  hashesOf(scope: string, field: BlindField, value: string): BlindHash[];
  /** Hashes under every key of the ring, to look up while a key is being rotated. */
  lookups(scope: string, field: BlindField, value: string): string[];
}

export function createBlindIndex(ring: Keyring['blind']): BlindIndex {
  // Here and nowhere else, so that what is written and what is looked for cannot differ.
  const formOf = (field: BlindField, value: string) => (field === 'name' ? normalizeName(value) : value);
  const hash = (key: Buffer, scope: string, field: BlindField, value: string) =>
    createHmac('sha256', key)
      .update(`${scope}\0${field}\0${formOf(field, value)}`)
      .digest('base64url')
      .slice(0, 27);
  const [current] = ring;
  return {
    hashesOf: (scope, field, value) =>
      current ? [{ keyId: current.id, hash: hash(current.key, scope, field, value) }] : [],
    lookups: (scope, field, value) => ring.map(({ key }) => hash(key, scope, field, value)),
  };
}
