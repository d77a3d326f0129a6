import * as z from 'zod';
import { halfWidth } from '../halfWidth';

/** Crockford's alphabet: no letter that is taken for a digit, so that a code can be read out over a telephone. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 26 characters of five bits hold 128 bits. */
export const codeLength = 26;

/** What was typed as a code, as it was made: capitals, no blanks and dashes, O and I as the digits they look like. */
export const normalizeCode = (typed: string): string =>
  halfWidth(typed).toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** In groups of four or five, as a person reads it. */
export const groupCode = (code: string): string => code.match(/.{1,5}/g)?.join('-') ?? code;

/** A one-time code in a body. */
export const OneTimeCode = z
  .string()
  .max(80)
  .transform(normalizeCode)
  .refine((code) => code.length === codeLength && [...code].every((one) => codeAlphabet.includes(one)))
  .describe('One-time code of an invitation; blanks, dashes and small letters do not matter');
