import type { MembershipView } from '@shared/accounts/contract';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useActing } from '@/client/acting';
import { call } from '@/client/call';
import { forgetEndedMandate } from '@/client/endedMandate';
import { goHome } from '@/client/navigate';
import { useMe } from '@/client/queries';
import { refreshSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Mandates } from '@/mandates/Mandates';
import { useSides } from '@/mandates/sides';
import { useMandateWords } from '@/mandates/words';
import { Async, Button, Card, Heading, Notice, Page } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { usePlainWords } from '@/words';

/** Who acts for the household: to see, to give, to take back. For whoever acts for one: what it covers, and stopping. */
export default function MandatesPage() {
  useEntry();
  const words = useMandateWords();
  const acting = useActing();
  return <Page title={words.title}>{acting?.mandate ? <Held of={acting} /> : <Household />}</Page>;
}

function Household() {
  const me = useMe();
  const { own } = useSides();
  const household = me.data?.household;
  const attests = household?.people.find(({ isMe }) => isMe)?.residentId;
  return (
    <Async query={me}>
      {household && attests && (
        <Mandates householdId={household.id} people={household.people} me={attests} side={own} />
      )}
    </Async>
  );
}

function Held({ of }: { of: MembershipView }) {
  const words = useMandateWords();
  const plain = usePlainWords();
  const { refusal, showRefusal } = useFaults();
  if (!of.mandate) return null;
  const { id, scopes, until } = of.mandate;
  const stop = async () => {
    try {
      await call('endMandate', { params: { id } });
      await refreshSession();
      // By one’s own wish: nothing to be told.
      forgetEndedMandate();
      await goHome();
    } catch (error) {
      showRefusal(error);
    }
  };
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      <Heading>{words.theirs(of.door ?? '')}</Heading>
      <View>{plain.list(scopes.map((scope) => words.scopes[scope]))}</View>
      <View className="under">{words.until(dayOf(until))}</View>
      <Button kind="danger" label={words.giveBack} onTap={() => void stop()} />
    </Card>
  );
}
