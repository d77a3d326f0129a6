import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { bytesToHex, hexToBytes } from '@noble/ciphers/utils.js';
import Taro from '@tarojs/taro';
import { isBrowser } from './send';

/**
 * What an account has typed and not yet sent, kept on the phone: sealed with a key that is made at the first sign-in and
 * gone with the sign-out, never shown under another account, seven days (domain, section 8).
 */
export const keptMs = 7 * 86_400_000;
const keyBytes = 32;
const nonceBytes = 24;

const keyName = (accountId: string) => `key:${accountId}`;
const prefix = (accountId: string) => `kept:${accountId}:`;

export async function openPhoneStore(accountId: string): Promise<void> {
  if (!keyOf(accountId)) Taro.setStorageSync(keyName(accountId), bytesToHex(await randomBytes(keyBytes)));
}

/** Sign-out: nobody reads what is left. */
export function forgetPhoneStore(accountId: string): void {
  Taro.removeStorageSync(keyName(accountId));
  for (const name of namesOf(accountId)) drop(accountId, name);
}

/** Answers whether there was room: a phone that is full goes on with what is on the screen. */
export function keep<T>(accountId: string, name: string, value: T): boolean {
  const sealed = sealBytes(accountId, name, toBytes(JSON.stringify(value)));
  if (!sealed) return false;
  const text = [Date.now(), bytesToHex(sealed.nonce), bytesToHex(sealed.bytes)].join('.');
  try {
    Taro.setStorageSync(prefix(accountId) + name, text);
    return true;
  } catch {
    return false;
  }
}

export interface Sealed {
  nonce: Uint8Array;
  bytes: Uint8Array;
}

/** Bytes that are kept elsewhere on the phone, under the same key; null where there is none. */
export function sealBytes(accountId: string, name: string, bytes: Uint8Array): Sealed | null {
  const key = keyOf(accountId);
  const nonce = uniqueBytes(nonceBytes);
  return key && { nonce, bytes: xchacha20poly1305(key, nonce, toBytes(name)).encrypt(bytes) };
}

/** Null where they were sealed under a key that is gone. */
export function openBytes(accountId: string, name: string, { nonce, bytes }: Sealed): Uint8Array | null {
  const key = keyOf(accountId);
  try {
    return key && xchacha20poly1305(key, nonce, toBytes(name)).decrypt(bytes);
  } catch {
    return null;
  }
}

/** Null when there is nothing, when it is too old, and when it was sealed under a key that is gone. */
export function read<T>(accountId: string, name: string): T | null {
  const text = Taro.getStorageSync(prefix(accountId) + name) as string;
  const [at, nonce, sealed] = text ? text.split('.') : [];
  if (!nonce || !sealed || isExpired(at)) return null;
  const bytes = openBytes(accountId, name, { nonce: hexToBytes(nonce), bytes: hexToBytes(sealed) });
  return bytes && (JSON.parse(toText(bytes)) as T);
}

/** Clears away what nobody can read any more. */
export function dropExpired(accountId: string): void {
  for (const name of namesOf(accountId)) {
    const text = Taro.getStorageSync(prefix(accountId) + name) as string;
    if (isExpired(text.split('.')[0])) drop(accountId, name);
  }
}

const isExpired = (at: string | undefined): boolean => Date.now() - Number(at) > keptMs;

export const drop = (accountId: string, name: string): void =>
  Taro.removeStorageSync(prefix(accountId) + name);

/** Names of everything kept for an account. */
export const namesOf = (accountId: string): string[] =>
  Taro.getStorageInfoSync()
    .keys.filter((name) => name.startsWith(prefix(accountId)))
    .map((name) => name.slice(prefix(accountId).length));

function keyOf(accountId: string): Uint8Array | null {
  const kept = Taro.getStorageSync(keyName(accountId)) as string;
  return kept ? hexToBytes(kept) : null;
}

/** With callbacks: this call is not one that Taro makes a promise of. */
function randomBytes(length: number): Promise<Uint8Array> {
  if (isBrowser) return Promise.resolve(crypto.getRandomValues(new Uint8Array(length)));
  return new Promise((resolve, reject) => {
    const success = ({ randomValues }: { randomValues: ArrayBuffer }) => {
      const bytes = new Uint8Array(randomValues);
      if (bytes.length === length) resolve(bytes);
      else reject(new Error('no random bytes'));
    };
    void Taro.getRandomValues({ length, success, fail: reject });
  });
}

/** A nonce must not come twice; it need not be secret. */
const uniqueBytes = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) =>
    i < 6 ? Math.floor(Date.now() / 256 ** i) % 256 : Math.floor(Math.random() * 256),
  );

// Mini-programs have no TextEncoder.
const toBytes = (text: string): Uint8Array =>
  Uint8Array.from(unescape(encodeURIComponent(text)), (c) => c.charCodeAt(0));

function toText(bytes: Uint8Array): string {
  let latin = '';
  for (const byte of bytes) latin += String.fromCharCode(byte);
  return decodeURIComponent(escape(latin));
}
