import { halfWidth } from './halfWidth';

/** A number as it is kept: half-width, without blanks, dashes and the mainland’s own +86. */
export function normalizePhone(raw: string): string {
  const plain = halfWidth(raw).replace(/[\s\-()]/g, '');
  return plain.replace(/^(\+86|0086)(?=1\d{10}$)/, '');
}

/** Mobile or landline of the mainland, or an international number with its +; normalized before. */
export function isPhone(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone) || /^0\d{9,11}$/.test(phone) || /^\+[1-9]\d{6,14}$/.test(phone);
}
