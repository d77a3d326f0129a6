import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { Problem } from '@/client/problem';
import { useCommunities } from '@/client/queries';
import { PhoneCode } from '@/entry/code/PhoneCode';
import { usePhoneCode } from '@/entry/code/usePhoneCode';
import { Button, Card, Heading, Notice, Page, Select } from '@/parts';
import { ListedDoor } from '@/returns/declare/PlaceStep';
import { usePlainWords } from '@/words';
import { useProblemWords } from '@/words/problems';
import { useBinding } from './useBinding';
import { useBindWords } from './words';

const nowhere = {
  where: 'list' as const,
  communityId: '',
  building: '',
  unit: '',
  dwellingId: '',
  door: '',
  address: { estate: '', building: '', unit: '', floor: '', room: '' },
};

/** The door, without names, and a code on the telephone that the roster has behind it. */
export function ByPhone({ onDone }: { onDone(door: string): void }) {
  const words = useBindWords();
  const plain = usePlainWords();
  const problemWords = useProblemWords();
  const communities = useCommunities();
  const [place, setPlace] = useState(nowhere);
  const [refusal, setRefusal] = useState('');
  const [doorFault, setDoorFault] = useState<string>();
  const { dwellingId } = place;
  const asked = usePhoneCode((phone) => call('requestBindingCode', { body: { dwellingId, phone } }));
  const { bind, isBinding } = useBinding(onDone, (error) => {
    if (!asked.explain(error)) setRefusal(error instanceof Problem ? problemWords(error) : plain.notSent);
  });
  const change = (changes: Partial<typeof nowhere>) => {
    setDoorFault(undefined);
    setPlace({ ...place, ...changes });
  };
  const send = async () => (dwellingId ? asked.send() : setDoorFault(words.chooseDoor));
  const isComplete = asked.isComplete && dwellingId !== '';
  const confirm = () => {
    setRefusal('');
    if (isComplete) void bind({ by: 'code', dwellingId, phone: asked.phone, code: asked.code });
  };
  return (
    <Page
      title={words.title}
      foot={
        <Button
          label={isBinding ? plain.sending : words.confirm}
          off={!isComplete || isBinding}
          onTap={confirm}
        />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <Card>
        <Heading>{words.which}</Heading>
        <Select
          label={words.community}
          value={place.communityId}
          onChange={(communityId) => change({ communityId, building: '', unit: '', dwellingId: '' })}
          options={(communities.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ListedDoor
          place={place}
          faultOf={(path) => (path === 'dwellingId' ? doorFault : undefined)}
          onChange={(changes) => change(changes as Partial<typeof nowhere>)}
        />
      </Card>
      <Card>
        <Heading>{words.roster}</Heading>
        <View className="under">{words.rosterHelp}</View>
        <PhoneCode of={{ ...asked, send }} onEnter={confirm} />
      </Card>
    </Page>
  );
}
