import type { ReturnView } from '@shared/returns/view';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useCommunities } from '@/client/queries';
import { activeMembership, useSession } from '@/client/session';
import { Button, Card, Link, Select } from '@/parts';
import { usePlainWords } from '@/words';
import { useWorkerWords } from '../words';
import { DecisionFoot } from './DecisionFoot';

interface OfferProps {
  returnId: string;
  isSending: boolean;
  onOffer(communityId: string): void;
  onCancel(): void;
}

/** They really live in another community: its office is asked to take over. */
export function Offer({ returnId, isSending, onOffer, onCancel }: OfferProps) {
  const words = useWorkerWords();
  const plain = usePlainWords();
  const [chosen, setChosen] = useState('');
  const own = useSession(({ session }) => activeMembership(session)?.communityId);
  const communities = useCommunities();
  const others = (communities.data?.items ?? []).filter(({ id }) => id !== own);
  return (
    <>
      <Card kind="waiting">
        <Select
          label={words.offerHead}
          value={chosen}
          onChange={setChosen}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <View className="help">{words.offerHelp}</View>
        <Link label={words.paper} onTap={() => open(pages.paper, { id: returnId })} />
      </Card>
      <DecisionFoot aside={<Button kind="plain" label={words.cancel} onTap={onCancel} />}>
        <Button
          label={isSending ? plain.sending : words.offerYes}
          off={!chosen || isSending}
          onTap={() => chosen && onOffer(chosen)}
        />
      </DecisionFoot>
    </>
  );
}

export const mayOffer = (waiting: ReturnView[]): boolean =>
  waiting.some(({ actions }) => actions.includes('offer'));
