import type { UnreportedAsked } from '@/client/queries/fevers';

/** Which window an address asks for; of what it leaves out the server says which. */
export function askedOf({ date, window }: { date?: string; window?: string }): UnreportedAsked {
  return {
    ...(date && { date }),
    ...((window === 'morning' || window === 'evening') && { window }),
  };
}
