import type { ReplyOf } from '@shared/contract';
import type { declareReturn } from '@shared/returns/contract';
import { useState } from 'react';
import type { Mending } from '@/client/mending';
import { replaceWith } from '@/client/navigate';
import { sendOrKeep } from '@/client/outbox';
import { pages } from '@/client/pages';
import { drop } from '@/client/phoneStore';
import { bodyOf, type Form, type Household } from '@/returns/declare/form';
import { becomeDeclarer } from './becomeDeclarer';

export interface SubmitOf {
  accountId: string;
  household: Household | null;
  /** Under what the form is kept on the phone. */
  draftName: string;
  /** What was kept or refused and is mended here. */
  mending: Mending | null;
}

/** Sends what was filled in; the same wish goes out under the same key until it has arrived. */
export function useSubmit(newest: () => Form, of: SubmitOf, refuse: (error: unknown) => void) {
  const { accountId, household, draftName, mending } = of;
  const [isSending, setSending] = useState(false);
  const [isKept, setKept] = useState(false);
  const submit = async () => {
    if (isSending) return;
    setSending(true);
    const form = newest();
    try {
      const declared = (await sendOrKeep(
        {
          operation: 'declareReturn',
          key: form.key,
          body: bodyOf(form, household),
          draft: { page: pages.declare, value: form },
        },
        mending,
      )) as ReplyOf<typeof declareReturn> | null;
      drop(accountId, draftName);
      if (!declared) return setKept(true);
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
