import { useRouter } from '@tarojs/taro';
import { useOwedNow } from '../../owed';
import { usePeople } from '../../people';
import type { Target } from './form';

/**
 * Whom this page is for, by its address: one slot of one person (`id`, `residentId`; to fill in, to measure again or, with
 * `readingId`, to correct), a voluntary reading (`residentId` alone), or everybody of whom something is owed now.
 */
export function useTargets() {
  const { id = '', residentId = '', readingId = '' } = useRouter().params;
  const owedNow = useOwedNow();
  const { isMe } = usePeople();
  const { query, owed, at, next } = owedNow;
  const params = {
    ...(id && { id }),
    ...(residentId && { residentId }),
    ...(readingId && { readingId }),
  } as Record<string, string>;
  const known = query.data?.find((slot) => slot.id === id);
  const kind = kindOf({ id, residentId, readingId, isKnown: known !== undefined });
  const closedOf = (slot: Parameters<typeof windowOf>[0] | undefined) =>
    slot && new Date(slot.closesAt) <= at && !readingId ? windowOf(slot) : null;
  const single: Target[] = [{ slotId: id, residentId, correctionOf: readingId, closed: closedOf(known) }];
  const family = [...owed].sort((a, b) => Number(isMe(b.residentId)) - Number(isMe(a.residentId)));
  const targets: Target[] = residentId
    ? single
    : family.map((slot) => ({
        slotId: slot.id,
        residentId: slot.residentId,
        correctionOf: '',
        closed: closedOf(slot),
      }));
  return {
    kind,
    params,
    targets,
    query,
    next,
    isReady: query.data !== undefined || (residentId !== '' && query.isError),
  };
}

const windowOf = ({ opensAt, closesAt }: { opensAt: string; closesAt: string }) => ({ opensAt, closesAt });

/** `again`: the second reading of a fever, which is no slot of a day. */
export type Kind = 'report' | 'slot' | 'again' | 'correct' | 'checkIn';

interface Address {
  id: string;
  residentId: string;
  readingId: string;
  isKnown: boolean;
}

function kindOf({ id, residentId, readingId, isKnown }: Address): Kind {
  if (!residentId) return 'report';
  if (readingId) return 'correct';
  if (!id) return 'checkIn';
  return isKnown ? 'slot' : 'again';
}
