import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** An entry of the outbox that is being mended; a mended wish takes its place, and may be mended again. */
export interface Mending {
  key: string;
}

const underWay = new Set<Mending>();

/** While it is mended it is not sent as it was. A program that was killed mends nothing: then it goes as it was. */
export const isMended = (key: string): boolean => [...underWay].some((mending) => mending.key === key);

export function beginMending(key: string): Mending {
  const mending = [...underWay].find((one) => one.key === key) ?? { key };
  underWay.add(mending);
  return mending;
}

export const endMending = (mending: Mending): void => void underWay.delete(mending);

/** What this page mends, by its address, until the page is left; null where something is begun anew. */
export function useMending(): Mending | null {
  const { mends = '' } = useRouter().params;
  const [mending] = useState(() => (mends ? beginMending(mends) : null));
  useEffect(() => () => void (mending && endMending(mending)), [mending]);
  return mending;
}
