import type { revealFields } from '@shared/returns/contract';
import type { ReturnView } from '@shared/returns/view';
import { View } from '@tarojs/components';
import { call } from '@/client/call';
import { Card, Chip, dial, Heading, Line, Link, Notice, RoundCall } from '@/parts';
import { useShortly } from '@/residents/useShortly';
import { useFaults } from '@/returns/useFaults';
import { useChoiceWords, useSymptomWord } from '@/returns/words';
import { useWorkerWords } from '../words';

/** One person, masked; a call or a look at the original is recorded first. */
export function Person({ one }: { one: ReturnView }) {
  const words = useWorkerWords();
  const symptomWord = useSymptomWord();
  const choices = useChoiceWords();
  const { refusal, showRefusal } = useFaults();
  const { name, document, phone, age } = one.person;
  const isFever = one.urgency === 'fever';
  const feels = [...one.symptoms.map(symptomWord), one.reading ? `${one.reading.celsius.toFixed(1)} ℃` : '']
    .filter(Boolean)
    .join(' · ');
  const dialPhone = () => reveal(one.id, 'phone', 'call').then((value) => value && dial(value), showRefusal);
  return (
    <Card kind={isFever ? 'urgent' : ''}>
      {refusal && <Notice>{refusal}</Notice>}
      {feels && <Chip kind={isFever ? 'bad' : one.symptoms.length ? 'warn' : ''} label={feels} />}
      <View className="row">
        <View className="grow">
          <Heading level={3} look="title">
            {name} {age === null ? '' : words.age(age)}
          </Heading>
          {phone && <View className="under">{phone}</View>}
        </View>
        {phone && <RoundCall label={words.call(name)} onTap={() => void dialPhone()} />}
      </View>
      <Revealed
        label={choices[document.kind]}
        masked={document.number ?? ''}
        of={one.id}
        field="document"
        onFail={showRefusal}
      />
    </Card>
  );
}

type Field = (typeof revealFields)[number];
const reveal = async (id: string, field: Field, reason: 'call' | 'verify') =>
  (await call('revealReturnField', { params: { id }, body: { field, reason } })).value;

interface RevealedProps {
  label: string;
  masked: string;
  of: string;
  field: Field;
  onFail(error: unknown): void;
}

/** The original for ten seconds, to compare with what is shown at the door. */
function Revealed({ label, masked, of, field, onFail }: RevealedProps) {
  const words = useWorkerWords();
  const [value, setValue] = useShortly();
  const show = () => reveal(of, field, 'verify').then(setValue, onFail);
  return (
    <Line
      label={
        <>
          <View className="help">{label}</View>
          <View>{value ?? masked}</View>
          {value && <View className="help">{words.revealed}</View>}
        </>
      }
      value={!value && masked && <Link label={words.reveal} onTap={() => void show()} />}
    />
  );
}
