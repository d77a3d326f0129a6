import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { goHome } from '@/client/navigate';
import { useMandates, useMe } from '@/client/queries';
import { activeMembership, refreshSession, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Heading, Notice, Page, State } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';
import { Given } from './Given';
import { Giving } from './Giving';
import { useMandateWords } from './words';

/** Who acts for the household: to see, to give, to take back. For whoever acts for one: what it covers, and stopping. */
export default function Mandates() {
  useEntry();
  const words = useMandateWords();
  const { session } = useSession();
  const held = activeMembership(session)?.mandate;
  return <Page title={words.title}>{held ? <Held /> : <Household />}</Page>;
}

function Household() {
  const words = useMandateWords();
  const me = useMe();
  const household = me.data?.household;
  const mandates = useMandates(household?.id ?? '');
  const { refusal, showRefusal } = useFaults();
  const [given, setGiven] = useState(0);
  const items = mandates.data?.items ?? [];
  const active = items.filter(({ isActive }) => isActive);
  const end = (id: string) =>
    call('endMandate', { params: { id } }).then(() => void mandates.refetch(), showRefusal);
  const attests = household?.people.find(({ isMe }) => isMe)?.residentId;
  return (
    <Async query={me.error ? me : mandates}>
      <View className="under">{words.what}</View>
      {refusal && <Notice>{refusal}</Notice>}
      {given > 0 && <State icon="done" words={words.given} />}
      {active.length ? (
        active.map((one) => <Given key={one.id} of={one} onEnd={(id) => void end(id)} />)
      ) : (
        <Card>{words.none}</Card>
      )}
      {household && attests && (
        <Giving
          key={given}
          householdId={household.id}
          me={attests}
          onGiven={() => {
            setGiven(given + 1);
            void mandates.refetch();
          }}
        />
      )}
      {items.length > active.length && <Heading>{words.before}</Heading>}
      {items
        .filter(({ isActive }) => !isActive)
        .map((one) => (
          <Given key={one.id} of={one} onEnd={() => undefined} />
        ))}
    </Async>
  );
}

function Held() {
  const words = useMandateWords();
  const plain = usePlainWords();
  const { session } = useSession();
  const { refusal, showRefusal } = useFaults();
  const active = activeMembership(session);
  if (!active?.mandate) return null;
  const { id, scopes, until } = active.mandate;
  const stop = async () => {
    try {
      await call('endMandate', { params: { id } });
      await refreshSession();
      await goHome();
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      <Heading>{words.theirs(active.door ?? '')}</Heading>
      <View>{plain.list(scopes.map((scope) => words.scopes[scope]))}</View>
      <View className="under">{words.until(dayOf(until))}</View>
      <Button kind="danger" label={words.giveBack} onTap={() => void stop()} />
    </Card>
  );
}
