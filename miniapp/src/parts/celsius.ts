/** What the pad has so far after one more key: at most two digits, a point, one digit. `erase` takes one back. */
export function typed(before: string, key: string): string {
  if (key === 'erase') return before.endsWith('.') ? before.slice(0, -2) : before.slice(0, -1);
  const next = key === '.' ? before : before + key;
  const digits = next.replace('.', '').slice(0, 3);
  // 3, 6, 5 is read as 36.5: the point shows as soon as it is certain, so nothing is guessed behind the back.
  return digits.length < 2 ? digits : `${digits.slice(0, 2)}.${digits.slice(2)}`;
}

/** Whether it is a whole temperature: `36.5`. */
export const isComplete = (text: string): boolean => /^\d\d\.\d$/.test(text);
