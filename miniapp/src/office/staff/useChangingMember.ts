import type { EndReason, StaffChanged, StaffView } from '@shared/accounts/staffContract';
import { useState } from 'react';
import { call } from '@/client/call';
import { touchedStaff } from '@/client/queries/staff';
import { scrollTo } from '@/client/scroll';
import { useFaults } from '@/returns/useFaults';
import type { Told } from './OneTime';
import { useStaffPageWords } from './words';

export interface ChangingProps {
  staff: StaffView;
  onTold(told: Told): void;
  onDone(): void;
}

/** What the office may do about one person, one at a time; what came of it is told at the top of the page. */
export function useChangingMember({ staff, onTold, onDone }: ChangingProps) {
  const words = useStaffPageWords();
  const { id, version: seenVersion, name } = staff;
  const params = { id };
  const [isSending, setSending] = useState(false);
  const { faultOf, refusal, show, showRefusal } = useFaults();
  const send = async (work: () => Promise<Told>) => {
    if (isSending) return;
    setSending(true);
    show([]);
    try {
      const told = await work();
      await touchedStaff();
      onTold(told);
      scrollTo('told');
      onDone();
    } catch (error) {
      showRefusal(error);
      setSending(false);
    }
  };
  const changed = (title: string, { handedOver }: StaffChanged): Told => ({
    title,
    help: handedOver.length
      ? words.handedOver(handedOver.map((one) => words.handed(one.name, one.count)).join('、'))
      : words.nothingOpen,
  });
  return {
    ...{ isSending, faultOf, refusal },
    saveGrids: (gridIds: string[]) =>
      send(async () =>
        changed(name, await call('updateMembership', { params, body: { seenVersion, gridIds } })),
      ),
    reset: () =>
      send(async () => {
        const { oneTimePassword: secret } = await call('resetPassword', { params });
        return { title: words.passwordFor(name), help: words.passwordHelp, secret };
      }),
    invite: () =>
      send(async () => {
        const { code: secret } = await call('createStaffInvitation', { params });
        return { title: words.codeFor(name), help: words.codeHelp, secret };
      }),
    end: (reason: EndReason) =>
      send(async () =>
        changed(
          words.endedFor(reason),
          await call('endMembership', { params, body: { seenVersion, reason } }),
        ),
      ),
  };
}
