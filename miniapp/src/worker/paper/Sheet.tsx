import type { Paper } from '@shared/returns/handover';
import { dayOf } from '@shared/time';
import { View } from '@tarojs/components';
import { useChoiceWords, useOriginText, useSymptomWord } from '@/returns/words';
import { useClockText, usePlainWords } from '@/words';
import '@/parts/print.scss';
import './paper.scss';
import { usePaperWords } from './words';

/** The paper itself, A4: who comes, how they are, what goes on, and two signatures. */
export function Sheet({ of, to }: { of: Paper; to: string }) {
  const words = usePaperWords();
  const choices = useChoiceWords();
  const originText = useOriginText();
  const clockText = useClockText();
  const { kind, number, seat } = of.transport;
  const way = kind && [choices[kind], number, seat].filter(Boolean).join(' ');
  const journey = [
    [words.from, originText(of.origin)],
    [words.left, of.leftAt && clockText(of.leftAt)],
    [words.arrived, of.arrivedAt && clockText(of.arrivedAt)],
    [words.by, way],
    [words.door, of.door],
  ] as const;
  return (
    <View className="paper">
      <View className="paper-head">{words.head}</View>
      <View>{words.receiver(to)}</View>
      <View>{words.text}</View>
      {of.people.map((person) => (
        <Person key={person.name + person.document.number} one={person} />
      ))}
      <View className="paper-block">
        {journey.map(([label, value]) => value && <Row key={label} label={label} value={value} />)}
      </View>
      <View>{words.sender(of.community.name, of.community.phone)}</View>
      <View>{words.date(dayOf(of.openedAt))}</View>
      <View className="paper-sign">{words.sign}</View>
    </View>
  );
}

function Person({ one }: { one: Paper['people'][number] }) {
  const words = usePaperWords();
  const plain = usePlainWords();
  const choices = useChoiceWords();
  const symptomWord = useSymptomWord();
  const { name, document, phone, symptoms, reading, observation } = one;
  const feels = plain.list(symptoms.map(symptomWord)) || words.well;
  return (
    <View className="paper-block">
      <Row label={words.name} value={name} />
      <Row label={words.document} value={`${choices[document.kind]} ${document.number ?? ''}`} />
      {phone && <Row label={words.phone} value={phone} />}
      <Row
        label={words.health}
        value={[feels, reading && `${reading.celsius.toFixed(1)} ℃`].filter(Boolean).join(plain.comma)}
      />
      <Row
        label={words.period}
        value={observation ? words.observed(observation.firstDay, observation.lastDay) : words.none}
      />
    </View>
  );
}

const Row = ({ label, value }: { label: string; value: string }) => (
  <View className="paper-row">
    <View className="paper-label">{label}</View>
    <View className="paper-value">{value}</View>
  </View>
);
