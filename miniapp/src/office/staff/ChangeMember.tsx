import { type EndReason, endReasons, rolesWithGrids } from '@shared/accounts/staffContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button, Cells, Notice } from '@/parts';
import { GridChoice } from './GridChoice';
import { type ChangingProps, useChangingMember } from './useChangingMember';
import { useStaffPageWords } from './words';

/** What the office does about one person: grids, a way in, the end. */
export function ChangeMember(props: ChangingProps) {
  const words = useStaffPageWords();
  const { name, role, grids, signIn } = props.staff;
  const [gridIds, setGridIds] = useState(grids.map(({ id }) => id));
  const [reason, setReason] = useState<EndReason | ''>('');
  const { saveGrids, reset, invite, end, isSending, faultOf, refusal } = useChangingMember(props);
  return (
    <View className="section">
      {refusal && <Notice>{refusal}</Notice>}
      {rolesWithGrids.includes(role) && (
        <>
          <GridChoice value={gridIds} onChange={setGridIds} fault={faultOf('gridIds')} />
          <Button kind="tint" label={words.saveGrids} off={isSending} onTap={() => void saveGrids(gridIds)} />
        </>
      )}
      <Button kind="plain" label={words.newPassword} off={isSending} onTap={() => void reset()} />
      {signIn.password === 'own' && (
        <Button kind="plain" label={words.invite} off={isSending} onTap={() => void invite()} />
      )}
      <Cells
        label={words.endWhy}
        value={reason}
        onChange={(value) => setReason(value as EndReason)}
        options={endReasons.map((value) => ({ value, label: words.reasons[value] }))}
      />
      {reason && (
        <Button kind="danger" label={words.endNow(name)} off={isSending} onTap={() => void end(reason)} />
      )}
    </View>
  );
}
