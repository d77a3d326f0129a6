import type { ReplyOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';
import type { DwellingView } from '@shared/roster/contract';
import { View } from '@tarojs/components';
import { Card, dial, Heading, RoundCall, Steps } from '@/parts';
import { useClockText } from '@/words';
import { useResponsibleWords } from './words';

type Answer = ReplyOf<(typeof contracts)['getResponsible']>;

/** Who answers for a door, and why, step by step: where it lies, who was passed over, who it is. */
export function Found({
  dwelling,
  answer,
  at,
}: {
  dwelling: DwellingView;
  answer: Answer;
  at: string | null;
}) {
  const words = useResponsibleWords();
  const clockText = useClockText();
  const { called, name, phone, reason } = answer;
  const last = reason.length - 1;
  return (
    <>
      <Card>
        <View className="under">
          {dwelling.address.estate} {dwelling.door} · {at ? words.askedFor(clockText(at)) : words.answers}
        </View>
        <Person name={name} phone={phone} />
        {called.phone !== phone && (
          <>
            <View className="section">{words.called(called.name)}</View>
            <Person name={called.name} phone={called.phone} />
          </>
        )}
      </Card>
      <Heading level={2}>{words.why}</Heading>
      <Steps
        steps={reason.map(({ code, params }, i) => ({
          title: words.step(code, params),
          note: i === last ? name : undefined,
          state: i === last ? ('now' as const) : ('done' as const),
        }))}
      />
    </>
  );
}

function Person({ name, phone }: { name: string; phone: string }) {
  const words = useResponsibleWords();
  return (
    <View className="row">
      <View className="grow">
        <View className="head">{name}</View>
        <View className="under">{phone}</View>
      </View>
      <RoundCall label={words.call(name)} onTap={() => dial(phone)} />
    </View>
  );
}
