import { useRouter } from '@tarojs/taro';
import { useOwedNow } from '../../owed';
import { usePeople } from '../../people';
import { useOneSlot } from '../useOneSlot';
import type { Target } from './form';

/**
 * Whom this page is for, by its address: one slot of one person (`id`, `residentId`; to fill in or, with `readingId`, to correct), one
 * beyond what is owed (`occasion` `extra`, of one person or of whoever is chosen), the second of a fever (`secondReading`, with its
 * slot), a voluntary one (`residentId` alone), or everybody of whom something is owed now.
 */
export function useTargets() {
  const { id = '', residentId = '', readingId = '', occasion = '' } = useRouter().params;
  const owedNow = useOwedNow();
  const { isMe } = usePeople();
  const { owed, at, next } = owedNow;
  const params = {
    ...(id && { id }),
    ...(residentId && { residentId }),
    ...(readingId && { readingId }),
    ...(occasion && { occasion }),
  } as Record<string, string>;
  const kind = kindOf({ id, residentId, readingId, occasion });
  const { slot, query } = useOneSlot(kind === 'slot' ? id : '');
  const closedOf = (slot: Parameters<typeof windowOf>[0] | undefined) =>
    slot && new Date(slot.closesAt) <= at ? windowOf(slot) : null;
  const closed = kind === 'slot' ? closedOf(slot) : null;
  const single: Target[] = [{ slotId: id, residentId, correctionOf: readingId, closed }];
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
    ...{ kind, params, targets, owedNow, query, next },
    isReady: kind === 'slot' ? slot !== undefined : residentId !== '' || query.data !== undefined,
  };
}

const windowOf = ({ opensAt, closesAt }: { opensAt: string; closesAt: string }) => ({ opensAt, closesAt });

/** `again`: the second reading of a fever, which is no slot of a day; `whose`: somebody has to be chosen first. */
export type Kind = 'report' | 'slot' | 'again' | 'correct' | 'checkIn' | 'extra' | 'whose';

interface Address {
  id: string;
  residentId: string;
  readingId: string;
  occasion: string;
}

function kindOf({ id, residentId, readingId, occasion }: Address): Kind {
  const isExtra = occasion === 'extra';
  if (!residentId) return isExtra ? 'whose' : 'report';
  if (readingId) return 'correct';
  if (!id) return isExtra ? 'extra' : 'checkIn';
  return occasion === 'secondReading' ? 'again' : 'slot';
}
