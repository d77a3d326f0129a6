import {
  type EndReason,
  endReasons,
  rolesWithGrids,
  type StaffChanged,
  type StaffView,
} from '@shared/accounts/staffContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touchedStaff } from '@/client/queries/staff';
import { scrollTo } from '@/client/scroll';
import { Button, Cells, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { GridChoice } from './GridChoice';
import type { Told } from './OneTime';
import { useStaffPageWords } from './words';

interface ChangeMemberProps {
  staff: StaffView;
  onTold(told: Told): void;
  onDone(): void;
}

/** What the office does about one person: grids, a way in, the end. */
export function ChangeMember({ staff, onTold, onDone }: ChangeMemberProps) {
  const words = useStaffPageWords();
  const { id, version: seenVersion, name, role } = staff;
  const [gridIds, setGridIds] = useState(staff.grids.map((grid) => grid.id));
  const [reason, setReason] = useState<EndReason | ''>('');
  const [isSending, setSending] = useState(false);
  const { faultOf, refusal, show, showRefusal } = useFaults();
  const tell = (told: Told) => {
    onTold(told);
    scrollTo('told');
  };
  const send = async (work: () => Promise<Told>) => {
    if (isSending) return;
    setSending(true);
    show([]);
    try {
      const told = await work();
      await touchedStaff();
      tell(told);
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
  const params = { id };
  const saveGrids = async () =>
    changed(name, await call('updateMembership', { params, body: { seenVersion, gridIds } }));
  const reset = async () => {
    const { oneTimePassword: secret } = await call('resetPassword', { params });
    return { title: words.passwordFor(name), help: words.passwordHelp, secret };
  };
  const invite = async () => {
    const { code: secret } = await call('createStaffInvitation', { params });
    return { title: words.codeFor(name), help: words.codeHelp, secret };
  };
  const end = async (why: EndReason) =>
    changed(words.endedFor(why), await call('endMembership', { params, body: { seenVersion, reason: why } }));
  return (
    <View className="section">
      {refusal && <Notice>{refusal}</Notice>}
      {rolesWithGrids.includes(role) && (
        <>
          <GridChoice value={gridIds} onChange={setGridIds} fault={faultOf('gridIds')} />
          <Button kind="tint" label={words.saveGrids} off={isSending} onTap={() => void send(saveGrids)} />
        </>
      )}
      <Button kind="plain" label={words.newPassword} off={isSending} onTap={() => void send(reset)} />
      {staff.signIn.password === 'own' && (
        <Button kind="plain" label={words.invite} off={isSending} onTap={() => void send(invite)} />
      )}
      <Cells
        label={words.endWhy}
        value={reason}
        onChange={(value) => setReason(value as EndReason)}
        options={endReasons.map((value) => ({ value, label: words.reasons[value] }))}
      />
      {reason && (
        <Button
          kind="danger"
          label={words.endNow(name)}
          off={isSending}
          onTap={() => void send(() => end(reason))}
        />
      )}
    </View>
  );
}
