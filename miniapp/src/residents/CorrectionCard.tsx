import type { Role } from '@shared/accounts/contract';
import type { CorrectionView } from '@shared/roster/corrections';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { useIdentityWords } from '@/entry/words';
import { Button, Card, Chip, Heading, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useMomentText } from '@/words';
import { useResidentsWords } from './words';

const moods = { pending: 'warn', applied: 'ok', refused: '', withdrawn: '' } as const;

/** One correction: what, where, by whom, and what may be done about it now. */
export function CorrectionCard({ one }: { one: CorrectionView }) {
  const words = useResidentsWords();
  const { roles } = useIdentityWords();
  const momentText = useMomentText();
  const [isSending, setSending] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const act = async (action: CorrectionView['actions'][number]) => {
    if (isSending) return;
    setSending(true);
    const body = { seenVersion: one.version, ...(action === 'refuse' && { reason: 'notSo' as const }) };
    await call('actOnCorrection', { params: { id: one.id, action }, body }).catch(showRefusal);
    touched('correction');
    touched('resident');
    setSending(false);
  };
  const { role, surname } = one.by;
  return (
    <Card kind={one.state === 'pending' ? 'waiting' : ''}>
      {refusal && <Notice>{refusal}</Notice>}
      <Chip kind={moods[one.state]} label={words.correctionStates[one.state] ?? one.state} />
      <Heading look="door">
        {one.door} · {one.name}
      </Heading>
      <View className="under">
        {[
          words.kinds[one.kind],
          ...one.fields.map((field) => words.fields[field] ?? field),
          one.toDoor && `→ ${one.toDoor}`,
          one.phone,
        ]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View className="help">
        {words.by(roles[role as Role] ?? role, surname)} · {momentText(one.at)}
      </View>
      {one.actions.length > 0 && (
        <View className="row">
          {one.actions.includes('refuse') && (
            <Button kind="plain" label={words.refuse} off={isSending} onTap={() => void act('refuse')} />
          )}
          {one.actions.includes('accept') && (
            <Button kind="tint" label={words.accept} off={isSending} onTap={() => void act('accept')} />
          )}
          {one.actions.includes('withdraw') && one.actions.length === 1 && (
            <Button kind="plain" label={words.withdraw} off={isSending} onTap={() => void act('withdraw')} />
          )}
        </View>
      )}
    </Card>
  );
}
