import { inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import type { FeverView } from '@/client/queries/readCase';
import { Button, Call, Card, Chip, Heading } from '@/parts';
import { useMomentText } from '@/words';
import { usePeople } from '../people';
import { seenBy } from '../seenBy';
import { useTemperatureWords } from './temperatureWords';

interface OpenFeverProps {
  request: FeverView;
  at: Date;
  /** Whether it is the one thing to do. */
  isFirst: boolean;
}

/** A fever that is not closed, before everything else: what to do, and where it stands. */
export function OpenFever({ request, at, isFirst }: OpenFeverProps) {
  const words = useTemperatureWords();
  const momentText = useMomentText();
  const { isMe } = usePeople();
  const { residentId, readings, name, isUnanswered, called, acknowledgedAt, steps, state, secondReading } =
    request;
  const worst = Math.max(...readings.map(({ celsius, band }) => (band === 'symptoms' ? 0 : (celsius ?? 0))));
  const isOwed = secondReading?.state === 'open';
  const hasOpened = isOwed && new Date(secondReading.opensAt) <= at;
  return (
    <Card kind="urgent">
      <Chip kind="bad" label={worst ? words.fever(`${worst.toFixed(1)} ℃`) : words.unwell} />
      <Heading look="title">{words.feverHead(isMe(residentId) ? '' : name)}</Heading>
      <View className="under">
        {isUnanswered
          ? words.nobodyYet
          : state !== 'raised' && acknowledgedAt
            ? words.told(seenBy(steps), inBeijing(acknowledgedAt).format('HH:mm'))
            : words.telling}
      </View>
      {isOwed && (
        <View className="under">
          {hasOpened ? words.again : words.againAt(momentText(secondReading.opensAt))}
        </View>
      )}
      {isUnanswered && (
        <Call kind={isFirst ? '' : 'tint'} label={`${called.name} ${called.phone}`} phone={called.phone} />
      )}
      <Button
        kind={isFirst && !isUnanswered ? '' : 'tint'}
        label={words.look}
        onTap={() => open(pages.fever, { id: request.id })}
      />
    </Card>
  );
}
