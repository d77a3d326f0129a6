import type { ResidentSearch } from '@/client/queries/residents';

/** What was typed is a door, four last figures, or a name. */
export function searchOf(typed: string): ResidentSearch | null {
  const text = typed.trim();
  if (!text) return null;
  if (/^\d{3}[\dXx]$/.test(text)) return { last4: text };
  return /\d/.test(text) ? { door: text } : { name: text };
}
