import type { MandateView } from '@shared/roster/mandates';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { Ask, Card, Chip } from '@/parts';
import { usePlainWords } from '@/words';
import { useMandateWords } from './words';

/** One mandate: whose telephone, what it covers, until when; and taking it back, asked once more. */
export function Given({ of, onEnd }: { of: MandateView; onEnd(id: string): void }) {
  const words = useMandateWords();
  const plain = usePlainWords();
  const { id, phone, relation, scopes, until, endedAt, isActive } = of;
  return (
    <Card>
      {!isActive && <Chip label={endedAt ? words.ended : words.over} />}
      <View className="title">
        {words.relations[relation]} {phone}
      </View>
      <View>{plain.list(scopes.map((scope) => words.scopes[scope]))}</View>
      <View className="under">{words.until(dayOf(until))}</View>
      {isActive && (
        <Ask
          label={words.takeBack}
          question={words.takeBackAsk}
          yes={words.takeBackYes}
          no={words.keep}
          onYes={() => onEnd(id)}
        />
      )}
    </Card>
  );
}
