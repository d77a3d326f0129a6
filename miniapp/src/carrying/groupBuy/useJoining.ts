import type { GroupBuyView } from '@shared/requests/groupBuy';
import { useState } from 'react';
import { call } from '@/client/call';
import { useGroupBuyWords } from '@/requests/errands/groupBuyWords';
import { useGroupBuying } from '@/requests/errands/useGroupBuying';
import { useStaffOrderWords } from '../order/words';
import { type Home, nowhere } from '../WhichHome';

interface Asked extends Home {
  shares: string;
}
const nothingAsked: Asked = { ...nowhere, shares: '' };

const faultsOf = (asked: Asked) =>
  (['householdId', 'shares'] as const)
    .filter((path) => !asked[path])
    .map((path) => ({ path, code: 'required' as const }));

/** Joining for a household: what was asked for, what is wrong with it, and its way to the server. */
export function useJoining({ id }: GroupBuyView) {
  const words = useGroupBuyWords();
  const { choose } = useStaffOrderWords();
  const [asked, ask] = useState(nothingAsked);
  const [joined, setJoined] = useState('');
  const { send, show, recheck, codeOf, faultOf, refusal, isSending } = useGroupBuying();
  const change = (changes: Partial<Asked>) => {
    const next = { ...asked, ...changes };
    ask(next);
    recheck(faultsOf(next));
  };
  const join = async () => {
    const found = faultsOf(asked);
    show(found);
    setJoined('');
    if (found.length) return;
    const body = { householdId: asked.householdId, shares: Number(asked.shares) };
    if (!(await send(() => call('joinGroupBuy', { params: { id }, body })))) return;
    setJoined(words.joinedFor(asked.door, body.shares));
    ask(nothingAsked);
  };
  const missing = { householdId: words.whichDoor, shares: choose };
  const faultIn = (path: keyof typeof missing) =>
    codeOf(path) === 'required' ? missing[path] : faultOf(path);
  return { asked, change, join, joined, faultIn, refusal, isSending };
}
