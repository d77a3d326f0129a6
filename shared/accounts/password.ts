import type { FieldCode } from '../problems';
import { normalizeCode } from './code';

export const passwordLength = { minimum: 12, maximum: 128 } as const;
/** Sixteen characters of five bits: 80 bits, enough for something that is tried ten times in ten minutes. */
export const oneTimeLength = 16;
const fewestDifferent = 6;
const longestRun = 5;

/**
 * What is wrong with a password somebody chose: too short, their own telephone or name in it, a row of the keyboard or
 * the same few characters over and over. Undefined when nothing is.
 */
export function passwordFault(
  password: string,
  { login, name }: { login: string; name: string },
): { code: FieldCode; params?: { minimum: number } } | undefined {
  const plain = password.toLowerCase();
  if ([...password].length < passwordLength.minimum)
    return { code: 'tooShort', params: { minimum: passwordLength.minimum } };
  const own = [login.slice(-8), login, name.replace(/\s/g, '')].filter((text) => text.length > 1);
  if (own.some((text) => plain.includes(text.toLowerCase()))) return { code: 'password.own' };
  if (new Set(plain).size < fewestDifferent || hasRun(plain)) return { code: 'password.simple' };
  return undefined;
}

const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const runs = [...rows, ...rows.map((row) => [...row].reverse().join(''))];

/** More characters in a row than anybody types by chance. */
function hasRun(text: string): boolean {
  for (let at = 0; at + longestRun < text.length; at += 1) {
    const piece = text.slice(at, at + longestRun + 1);
    if (runs.some((run) => run.includes(piece))) return true;
  }
  return false;
}

/** A one-time password is read from paper: blanks, dashes and small letters do not matter. */
export const normalizeOneTime = normalizeCode;
