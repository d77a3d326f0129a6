import { readCelsius } from '@shared/temperatures/readCelsius';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button, Card, TextField } from '@/parts';
import { useFieldWords } from '@/words/faults';
import { useReportWords } from '../words';

interface TypedProps {
  fault: string | undefined;
  /** What the value gives reason to ask or to say. */
  aside: ReactNode;
  onCelsius(celsius: string): void;
}

/** Instead of the large keys, by the keyboard: what is certain is taken, what is likely is asked, nothing is guessed. */
export function TypedCelsius({ fault, aside, onCelsius }: TypedProps) {
  const words = useReportWords();
  const fieldWords = useFieldWords();
  const [text, setText] = useState('');
  const [round, setRound] = useState(0);
  const read = readCelsius(text);
  const change = (typed: string) => {
    setText(typed);
    const now = readCelsius(typed);
    // What was typed before no longer counts while something else is being typed.
    onCelsius('celsius' in now ? now.celsius.toFixed(1) : '');
  };
  const take = (celsius: string) => {
    onCelsius(celsius);
    setText(celsius);
    setRound(round + 1);
  };
  const again = () => {
    setText('');
    setRound(round + 1);
  };
  // A short text may still be on its way to a temperature.
  const isWrong = 'wrong' in read && text.replace(/\D/g, '').length > 2;
  return (
    <Card>
      <TextField
        key={round}
        type="digit"
        label={words.typed}
        value={text}
        onChange={change}
        max={12}
        fault={isWrong ? fieldWords({ path: 'celsius', code: read.wrong }) : fault}
      />
      {'ask' in read && (
        <View className="asking">
          <View className="title">{words.did(read.ask.toFixed(1))}</View>
          <Button
            kind="tint"
            label={words.itIs(read.ask.toFixed(1))}
            onTap={() => take(read.ask.toFixed(1))}
          />
          <Button kind="plain" label={words.itIsNot} onTap={again} />
        </View>
      )}
      {aside}
    </Card>
  );
}
