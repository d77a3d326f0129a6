import Taro from '@tarojs/taro';

const keptMs = 7 * 86_400_000;

interface Kept<T> {
  at: number;
  value: T;
}
const keyOf = (accountId: string, name: string) => `draft:${accountId}:${name}`;

/** A draft belongs to an account and is never shown under another; it stays seven days. */
export function readDraft<T>(accountId: string, name: string): T | null {
  const kept = Taro.getStorageSync(keyOf(accountId, name)) as Kept<T> | '';
  if (!kept || Date.now() - kept.at > keptMs) return null;
  return kept.value;
}

export function keepDraft<T>(accountId: string, name: string, value: T): void {
  Taro.setStorageSync(keyOf(accountId, name), { at: Date.now(), value } satisfies Kept<T>);
}

export function dropDraft(accountId: string, name: string): void {
  Taro.removeStorageSync(keyOf(accountId, name));
}
