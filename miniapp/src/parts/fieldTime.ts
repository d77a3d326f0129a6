import { inBeijing, momentOf } from '@shared/time';

/** What stands in a field of a time, `YYYY-MM-DDTHH:mm` in Beijing, as a moment; null while a part of it is missing. */
export function instantOf(text: string): string | null {
  const [day = '', time = ''] = text.split('T');
  return day && time ? momentOf(day, time as never).toISOString() : null;
}

/** A moment as it stands in a field of a time. */
export const fieldTime = (at: string | null): string => (at ? inBeijing(at).format('YYYY-MM-DDTHH:mm') : '');
