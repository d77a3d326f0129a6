import type { CaseView } from '@shared/requests/caseView';
import type { FeverOutcome } from '@shared/requests/kinds/fever';
import { latestOf } from '@shared/temperatures/latest';
import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { goHome, open } from '@/client/navigate';
import { pages } from '@/client/pages';
import type { FeverView } from '@/client/queries/readCase';
import { useCurve, useFever } from '@/client/queries/temperatures';
import { useClock } from '@/client/useClock';
import { useEntry } from '@/client/useEntry';
import { Papers } from '@/observation/Papers';
import { Async, Button, Call, Card, Chip, dial, Heading, Line, Link, Notice, Page, RoundCall } from '@/parts';
import { useSymptomWord } from '@/returns/words';
import { usePlainWords } from '@/words';
import { usePeople } from '../../people';
import { seenBy } from '../../seenBy';
import { FeverSteps } from './FeverSteps';
import { Reopen } from './Reopen';
import { useFeverWords } from './words';

/** A fever of somebody at home: whom to call, who has seen it, what comes next, and how it ended. */
export default function Fever() {
  const isReady = useEntry();
  const words = useFeverWords();
  const { id = '' } = useRouter().params;
  const request = useFever(isReady ? id : '');
  const found = request.data;
  const isOpen = found?.state !== 'closed';
  return (
    <Page
      title={isOpen ? words.title : words.closedTitle}
      foot={
        isOpen ? (
          <Call kind="danger" label={words.breath} phone="120" />
        ) : (
          <Button label={words.understood} onTap={goHome} />
        )
      }
    >
      <Async query={request}>
        {found && (
          <>
            <Head request={found} />
            <Again request={found} />
            <Numbers request={found} />
            <FeverSteps request={found} />
            {isOpen && <Further request={found} />}
            <Record request={found} />
            {found.actions.includes('reopen') && <Reopen request={found} />}
          </>
        )}
      </Async>
    </Page>
  );
}

const clock = (at: string): string => inBeijing(at).format('HH:mm');

function Head({ request }: { request: FeverView }) {
  const words = useFeverWords();
  const { list } = usePlainWords();
  const symptomWord = useSymptomWord();
  const { isMe } = usePeople();
  const { residentId, readings, name, state, outcome, raisedAt, acknowledgedAt, steps } = request;
  const isSeen = state !== 'raised' && acknowledgedAt;
  const { secondReading } = request;
  const at = useClock();
  const isAhead = secondReading?.state === 'open' && new Date(secondReading.opensAt) > at;
  const last = latestOf(readings);
  const corrected = last?.corrected?.celsius;
  const symptoms = [...new Set(readings.flatMap((reading) => reading.symptoms))];
  const isHot = last?.celsius != null && last.band !== 'symptoms';
  const reported = isHot ? words.fever(`${last.celsius?.toFixed(1)} ℃`) : words.unwell;
  const label = corrected ? words.changedTo(`${corrected.toFixed(1)} ℃`) : reported;
  return (
    <Card>
      <Chip kind={state === 'closed' ? 'info' : 'bad'} label={label} />
      <Heading look="head">
        {state === 'closed' && outcome
          ? words.outcomes[outcome as FeverOutcome]
          : words.stay(isMe(residentId) ? '' : name)}
      </Heading>
      {symptoms.length > 0 && <View className="under">{list(symptoms.map(symptomWord))}</View>}
      {state !== 'closed' && (
        <View className="under">
          {isSeen ? words.seen(seenBy(steps), clock(isSeen)) : words.got(clock(raisedAt))}
          {isAhead && words.again}
        </View>
      )}
    </Card>
  );
}

function useIsSecondNow(second: CaseView['secondReading']): boolean {
  const at = useClock();
  return second?.state === 'open' && at >= new Date(second.opensAt) && at < new Date(second.closesAt);
}

/** The second reading, once its time has come. */
function Again({ request: { secondReading, residentId } }: { request: FeverView }) {
  const words = useFeverWords();
  const isNow = useIsSecondNow(secondReading);
  if (!secondReading || !isNow) return null;
  return (
    <Card kind="waiting">
      <View className="title">{words.now}</View>
      <Button
        kind="tint"
        label={words.measure}
        onTap={() => open(pages.report, { id: secondReading.slotId, residentId, occasion: 'secondReading' })}
      />
    </Card>
  );
}

/** One more at any hour, and a mistake in the last one, which stays what it was: of a slot, a check-in, or one more. */
function Further({ request: { residentId, secondReading } }: { request: FeverView }) {
  const words = useFeverWords();
  const isSecondNow = useIsSecondNow(secondReading);
  const points = useCurve(residentId).data?.points ?? [];
  const last = [...points].reverse().find(({ corrected }) => !corrected);
  const correct = ({ id: readingId, slotId, occasion }: NonNullable<typeof last>) =>
    open(pages.report, {
      ...{ residentId, readingId },
      ...(slotId && { id: slotId }),
      ...(!slotId && occasion !== 'checkIn' && { occasion: 'extra' }),
    });
  return (
    <Card>
      {!isSecondNow && (
        <Button
          kind="tint"
          label={words.extra}
          onTap={() => open(pages.report, { residentId, occasion: 'extra' })}
        />
      )}
      {last && (
        <Link
          label={words.correct(clock(last.takenAt), `${last.celsius.toFixed(1)} ℃`)}
          onTap={() => correct(last)}
        />
      )}
    </Card>
  );
}

/** For a hospital: of the observation, or of somebody whom nobody observes. */
function Record({ request: { observationId, residentId } }: { request: FeverView }) {
  const words = useFeverWords();
  return (
    <Card>
      <Heading>{words.paper}</Heading>
      <Papers of={observationId ? { id: observationId, state: 'open' } : { residentId }} isOwn />
    </Card>
  );
}

/** Humans with their numbers; whom to call first when nobody has answered. */
function Numbers({ request }: { request: FeverView }) {
  const words = useFeverWords();
  const { community } = usePeople();
  const { isUnanswered, called, responsible } = request;
  const numbers = [
    ...(community?.health ? [{ as: words.health, ...community.health }] : []),
    { as: words.worker, ...responsible },
    ...(community ? [{ as: words.duty, ...community.duty }] : []),
  ];
  const isNew = (phone: string, i: number) => numbers.findIndex((one) => one.phone === phone) === i;
  return (
    <>
      {isUnanswered && (
        <Notice>
          <View className="title">{words.nobody}</View>
          <Call label={`${called.name} ${called.phone}`} phone={called.phone} />
        </Notice>
      )}
      <Card>
        {numbers
          .filter(({ phone }, i) => isNew(phone, i))
          .map(({ as, name, phone }) => (
            <Line
              key={phone}
              label={
                <>
                  <View className="title">{as}</View>
                  <View className="help">{`${name} ${phone}`}</View>
                </>
              }
              value={<RoundCall label={`${words.call} ${as}`} onTap={() => dial(phone)} />}
            />
          ))}
      </Card>
    </>
  );
}
