import type { ReplyOf } from '@shared/contract';
import type { declareReturn } from '@shared/returns/contract';
import { useState } from 'react';
import { touched } from '@/client/live';
import { replaceWith } from '@/client/navigate';
import { sendOrKeep } from '@/client/outbox';
import { pages } from '@/client/pages';
import { drop } from '@/client/phoneStore';
import { bodyOf, type Form, type Household } from '@/returns/declare/form';
import { becomeDeclarer } from './becomeDeclarer';
import { draftNameOf } from './draftName';

/** Sends what was filled in; the same wish goes out under the same key until it has arrived. */
export function useSubmit(
  newest: () => Form,
  accountId: string,
  household: Household | null,
  refuse: (error: unknown) => void,
) {
  const [isSending, setSending] = useState(false);
  const [isKept, setKept] = useState(false);
  const submit = async () => {
    if (isSending) return;
    setSending(true);
    const form = newest();
    try {
      const declared = (await sendOrKeep({
        operation: 'declareReturn',
        key: form.key,
        body: bodyOf(form, household),
        draft: { name: draftNameOf(household), page: pages.declare, value: form },
      })) as ReplyOf<typeof declareReturn> | null;
      drop(accountId, draftNameOf(household));
      if (!declared) return setKept(true);
      touched('return');
      const { partyId, returns } = declared;
      if (!returns[0]?.actions.length) await becomeDeclarer(partyId);
      replaceWith(pages.declared, { partyId });
    } catch (error) {
      setSending(false);
      refuse(error);
    }
  };
  return { submit, isSending, isKept };
}
