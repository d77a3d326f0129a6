import type { MandateView } from '@shared/roster/mandates';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { Ask, Card, Chip } from '@/parts';
import { usePlainWords } from '@/words';
import type { Side } from './sides';
import { useMandateWords } from './words';

interface GivenProps {
  of: MandateView;
  side: Side;
  /** Whoever said so; empty when that person is no longer of the household. */
  attestedBy: string;
  onEnd(): void;
}

/** One mandate: whose telephone, what it covers, until when, who said so; and ending it, asked once more. */
export function Given({ of, side, attestedBy, onEnd }: GivenProps) {
  const words = useMandateWords();
  const plain = usePlainWords();
  const { phone, relation, scopes, until, endedAt, isActive, how, recordedBy, madeAt } = of;
  const made = dayOf(madeAt);
  return (
    <Card>
      {!isActive && <Chip label={endedAt ? words.ended : words.over} />}
      <View className="title">
        {words.relations[relation]} {phone}
      </View>
      <View>{plain.list(scopes.map((scope) => words.scopes[scope]))}</View>
      <View className="under">{words.until(dayOf(until))}</View>
      <View className="under">
        {words.attested(attestedBy || words.gone, words.ways[how])}
        {plain.comma}
        {recordedBy ? words.recorded(recordedBy.name, made) : words.agreed(made)}
      </View>
      {isActive && (
        <Ask
          label={side.ends.label}
          question={side.ends.question}
          yes={side.ends.yes}
          no={words.keep}
          onYes={onEnd}
        />
      )}
    </Card>
  );
}
