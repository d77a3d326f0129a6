import { maxPeople } from '@shared/returns/declaration';
import type { ReturnView } from '@shared/returns/view';
import { View } from '@tarojs/components';
import { useEntry } from '@/client/useEntry';
import { Button, Card, Heading, Line, Notice, Page } from '@/parts';
import { newPerson } from '@/returns/declare/form';
import { HealthStep } from '@/returns/declare/HealthStep';
import { PersonStep } from '@/returns/declare/PersonStep';
import { PlaceStep } from '@/returns/declare/PlaceStep';
import { JourneyFields } from '@/returns/JourneyFields';
import { useMomentText, usePlainWords } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { useDesk } from './useDesk';
import { useDeskWords } from './words';

/** The desk of the community (分诊台): for somebody who stands here, at one sitting, with the temperature taken here. */
export default function Desk() {
  useEntry();
  const words = useDeskWords();
  const plain = usePlainWords();
  const watermark = useWatermark();
  const { props, round, refusal, isSending, done, send, next } = useDesk();
  const { form, faultOf, onJourney, onPeople } = props;
  if (done) return <Done returns={done} onNext={next} />;
  return (
    <Page
      title={words.title}
      watermark={watermark}
      foot={
        <Button label={isSending ? plain.sending : words.send} off={isSending} onTap={() => void send()} />
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <View key={round}>
        <Heading>{words.who}</Heading>
        {form.people.map((person) => (
          <View key={person.id}>
            <PersonStep {...props} person={person} />
            <HealthStep {...props} person={person} />
          </View>
        ))}
        {form.people.length < maxPeople && (
          <Button
            kind="plain"
            label={words.another}
            onTap={() => onPeople((before) => [...before, newPerson()])}
          />
        )}
        <Heading>{words.where}</Heading>
        <PlaceStep {...props} />
        <Heading>{words.journey}</Heading>
        <JourneyFields form={form.journey} faultOf={faultOf} onChange={onJourney} />
      </View>
    </Page>
  );
}

/** Who answers for them now, and the way to the next in the queue. */
function Done({ returns, onNext }: { returns: ReturnView[]; onNext(): void }) {
  const words = useDeskWords();
  const momentText = useMomentText();
  const [first] = returns;
  return (
    <Page title={words.done} foot={<Button label={words.next} onTap={onNext} />}>
      <Card>
        {returns.map(({ id, person }) => (
          <Line key={id} label={person.name} value={words.received} />
        ))}
        {first && (
          <Line label={words.answers} value={`${first.responsible.name} ${first.responsible.phone}`} />
        )}
        {first && <Line label={words.until} value={momentText(first.dueAt)} />}
      </Card>
    </Page>
  );
}
