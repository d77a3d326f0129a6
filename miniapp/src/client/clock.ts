import Taro from '@tarojs/taro';
import { create } from 'zustand';

const offsetKey = 'clockOffset';
/** Kept, because the clock of a phone without a network is as wrong as it was with one. */
let offsetMs = Number(Taro.getStorageSync(offsetKey)) || 0;
/** A reply is this long on its way, and dates of HTTP are whole seconds: less than this is no news. */
const noiseMs = 2000;

/** By how many whole minutes this phone’s clock is ahead of the server’s machine; the demo’s moved clock does not count. */
export const usePhoneClock = create<{ minutesAhead: number }>(() => ({ minutesAhead: 0 }));
/** From here on it is told: times that are typed by this clock would be wrong. */
export const wrongFromMinutes = 3;

/** How often the server’s clock jumped since the start: what hangs on it is drawn anew at once. */
export const useClockJumps = create<{ jumps: number }>(() => ({ jumps: 0 }));

/** The server’s clock; the demo moves it. */
export const now = (): Date => serverTime(Date.now());
/** A moment of this phone’s clock by the server’s. */
export const serverTime = (ms: number): Date => new Date(ms + offsetMs);
/** A moment of the server’s clock by this phone’s own. */
export const phoneTime = (ms: number): Date => new Date(ms - clockOffsetMs());
/** What is added to this phone’s raw time to get the server’s; readings carry it (`clockOffsetMs`). */
export const clockOffsetMs = (): number => Math.round(offsetMs);

/** Each reply says what time it is: `Nuanlin-Now` the product’s time, `Date` that of the machine. */
export function noteServerTime(headers: Record<string, unknown> | undefined): void {
  const product = aheadOf(headers, 'nuanlin-now');
  if (product !== null) noteOffset(product);
  const machine = aheadOf(headers, 'date');
  if (machine === null) return;
  const minutesAhead = -Math.round(machine / 60_000) || 0;
  if (usePhoneClock.getState().minutesAhead !== minutesAhead) usePhoneClock.setState({ minutesAhead });
}

function noteOffset(ms: number): void {
  const isJump = Math.abs(ms - offsetMs) > noiseMs;
  offsetMs = ms;
  if (!isJump) return;
  Taro.setStorageSync(offsetKey, ms);
  useClockJumps.setState(({ jumps }) => ({ jumps: jumps + 1 }));
}

/** By how much a clock of the server is ahead of this phone’s. */
function aheadOf(headers: Record<string, unknown> | undefined, header: string): number | null {
  const name = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === header);
  const at = name ? Date.parse(String(headers?.[name])) : Number.NaN;
  return Number.isNaN(at) ? null : at - Date.now();
}
