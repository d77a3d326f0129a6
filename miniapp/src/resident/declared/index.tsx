import type { ReturnView } from '@shared/returns/view';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/client/call';
import { now } from '@/client/clock';
import { touched } from '@/client/live';
import { goHome, open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useMe, useParty } from '@/client/queries';
import { scrollTo } from '@/client/scroll';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Call, Card, Chip, Heading, Line, Link, Notice, Page } from '@/parts';
import { JourneyCard } from '@/returns/JourneyCard';
import { useFaults } from '@/returns/useFaults';
import { useReturnWords, useSymptomWord } from '@/returns/words';
import { TellMe } from '@/telling/TellMe';
import { usePlainWords } from '@/words';
import { FeverCare, needsFeverCare } from '../FeverCare';
import { ReturnSteps } from '../ReturnSteps';
import { useResidentWords } from '../words';

/** One declaration: received by whom and when, what comes next, what was said; to correct or take back until then. */
export default function Declared() {
  const isReady = useEntry();
  const { partyId = '' } = useRouter().params;
  const party = useParty(isReady ? partyId : '');
  const words = useResidentWords();
  const items = party.data?.items ?? [];
  const [first] = items;
  const me = useMe();
  const hasFever = needsFeverCare(items, now());
  return (
    <Page
      title={words.declaredTitle}
      foot={<Button label={words.understood} kind={hasFever ? 'tint' : ''} onTap={goHome} />}
    >
      <Async query={party}>
        {first && (
          <>
            <Heading look="head">{words.titleOf[first.state]}</Heading>
            {hasFever && <FeverCare community={me.data?.community} />}
            <ReturnSteps first={first} isUrgent={hasFever} />
            {first.state === 'declared' && (
              <TellMe templates={['returnDecided']} label={words.tellMe} told={words.willTell} />
            )}
            <Call label={words.callWorker(first.responsible.name)} phone={first.responsible.phone} />
            <JourneyCard of={first} />
            <People items={items} />
            <Changes items={items} />
          </>
        )}
      </Async>
    </Page>
  );
}

function People({ items }: { items: ReturnView[] }) {
  const words = useReturnWords();
  const { list } = usePlainWords();
  const symptomWord = useSymptomWord();
  const feels = ({ symptoms, reading }: ReturnView) =>
    [list(symptoms.map(symptomWord)) || words.well, reading && `${reading.celsius.toFixed(1)} ℃`]
      .filter(Boolean)
      .join(' · ');
  return (
    <Card>
      {items[0]?.source === 'mandate' && <Chip label={words.byMandate} />}
      {items.map((one) => (
        <Line
          key={one.id}
          label={one.person.name}
          value={one.urgency === 'fever' ? <Chip kind="bad" label={feels(one)} /> : feels(one)}
        />
      ))}
    </Card>
  );
}

/** While nobody has decided: correct it, or take it back. */
function Changes({ items }: { items: ReturnView[] }) {
  const words = useResidentWords();
  const { showRefusal, refusal } = useFaults();
  const [isAsking, setAsking] = useState(false);
  const ask = () => {
    setAsking(!isAsking);
    scrollTo('asking');
  };
  const addressed = items.find(({ actions }) => actions.includes('withdraw'));
  if (!addressed) return null;
  const withdraw = () =>
    call('withdrawReturn', {
      params: { id: addressed.id },
      body: { seenVersion: addressed.version, party: true },
    })
      .catch(showRefusal)
      .finally(() => touched('return'));
  return (
    <>
      {refusal && <Notice>{refusal}</Notice>}
      <View className="row between">
        <Link label={words.correct} onTap={() => open(pages.correct, { partyId: addressed.partyId })} />
        <Link label={words.withdraw} onTap={ask} />
      </View>
      {isAsking && (
        <Card kind="waiting">
          <View className="asking">{words.withdrawAsk}</View>
          <View className="row">
            <Button kind="plain" label={words.keepIt} onTap={() => setAsking(false)} />
            <Button kind="plain" label={words.withdrawYes} onTap={() => void withdraw()} />
          </View>
        </Card>
      )}
    </>
  );
}
