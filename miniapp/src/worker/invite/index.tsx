import type { ReplyOf } from '@shared/contract';
import type { createInvitation } from '@shared/roster/binding';
import type { HouseholdView } from '@shared/roster/contract';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/client/call';
import { Problem } from '@/client/problem';
import { useHousehold } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { MandateLine } from '@/mandates/MandateLine';
import { Async, Card, Chip, Heading, Line, Notice, Page } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useWatermark } from '@/worklist/useWatermark';
import { EndBindings } from './EndBindings';
import { Invitation } from './Invitation';
import { useInviteWords } from './words';

type Person = HouseholdView['people'][number];

/** Who of a household gets a phone of their own, and the code for it. */
export default function Invite() {
  const isReady = useEntry();
  const words = useInviteWords();
  const { householdId = '' } = useRouter().params;
  const household = useHousehold(isReady ? householdId : '');
  const watermark = useWatermark();
  const { refusal, showRefusal } = useFaults();
  const [missing, setMissing] = useState(false);
  const [shown, setShown] = useState<{ person: Person; invitation: ReplyOf<typeof createInvitation> }>();
  const invite = async (person: Person) => {
    setMissing(false);
    try {
      const invitation = await call('createInvitation', { params: { id: person.residentId } });
      setShown({ person, invitation });
    } catch (error) {
      if (error instanceof Problem && error.code === 'invitation.nothingToAsk') setMissing(true);
      else showRefusal(error);
    }
  };
  const back = () => {
    setShown(undefined);
    void household.refetch();
  };
  const { door = '', people = [] } = household.data ?? {};
  return (
    <Page title={words.title} watermark={watermark}>
      <Async query={household}>
        <Heading look="head">{door}</Heading>
        {(missing || refusal) && <Notice>{missing ? words.nothing : refusal}</Notice>}
        {shown?.person.isBound && <EndBindings of={shown.person} onEnded={back} onRefused={showRefusal} />}
        {!shown && householdId && <MandateLine householdId={householdId} />}
        {shown ? (
          <Invitation
            key={shown.invitation.code}
            of={shown.invitation}
            person={shown.person}
            onAgain={() => void invite(shown.person)}
            onOther={back}
          />
        ) : (
          <Card>
            <Heading>{words.choose}</Heading>
            {people.map((person) => (
              <Line
                key={person.residentId}
                label={person.name}
                value={
                  <Chip
                    kind={person.isBound ? 'ok' : ''}
                    label={person.isBound ? words.bound : words.notBound}
                  />
                }
                onTap={() => void invite(person)}
              />
            ))}
          </Card>
        )}
      </Async>
    </Page>
  );
}
