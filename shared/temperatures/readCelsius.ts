import { halfWidth } from '../halfWidth';
import { celsiusMax, celsiusMin } from './reading';

/** What somebody typed: a temperature, one to be asked about, or none. */
export type Typed =
  | { celsius: number }
  /** Meant, most likely; the person says yes before it counts. */
  | { ask: number; why: 'noPoint' | 'tooFine' | 'fahrenheit' }
  | { wrong: 'required' | 'format' | 'tooSmall' | 'tooBig' };

const inRange = (value: number): boolean => value >= celsiusMin && value <= celsiusMax;
const toTenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * Reads a temperature as people type it: full-width digits, a comma or an ideographic stop for the point, a unit behind it.
 * What is certain is read; what is likely (365, 36.55, 98.6) is asked about; nothing is guessed silently.
 */
export function readCelsius(text: string): Typed {
  const plain = halfWidth(text)
    .replace(/[。．,，、·]/g, '.')
    .replace(/\s|°?[Cc]$|℃|度/g, '')
    .replace(/点/g, '.');
  if (!plain) return { wrong: 'required' };
  if (!/^\d{1,4}(\.\d{0,3})?$/.test(plain)) return { wrong: 'format' };
  const value = Number(plain);
  if (inRange(value)) {
    return toTenth(value) === value ? { celsius: value } : { ask: toTenth(value), why: 'tooFine' };
  }
  if (!plain.includes('.') && plain.length === 3 && inRange(value / 10))
    return { ask: value / 10, why: 'noPoint' };
  const fromFahrenheit = toTenth(((value - 32) * 5) / 9);
  if (value > 90 && value < 110 && inRange(fromFahrenheit)) return { ask: fromFahrenheit, why: 'fahrenheit' };
  return { wrong: value < celsiusMin ? 'tooSmall' : 'tooBig' };
}
