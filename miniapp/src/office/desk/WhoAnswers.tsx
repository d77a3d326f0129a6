import type { Responsible } from '@shared/grids/contract';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { Button, Card, Chip, dial, Heading, Notice, RoundCall, TextField } from '@/parts';
import { usePlainWords } from '@/words';
import { useOfficeWords } from '../words';

type Answer = { door: string; responsible: Responsible | null } | 'failed' | null;

/** For any door at any moment: who answers for it, and why this person. */
export function WhoAnswers() {
  const words = useOfficeWords();
  const plain = usePlainWords();
  const [door, setDoor] = useState('');
  const [answer, setAnswer] = useState<Answer>(null);
  const newest = useRef('');
  const type = (text: string) => {
    newest.current = text;
    setDoor(text);
    setAnswer(null);
  };
  // An answer that comes late is no answer to what stands there by then.
  const show = (answer: Answer) => newest.current === door && setAnswer(answer);
  const ask = async () => {
    if (!door.trim()) return;
    try {
      const { items } = await call('listDwellings', { query: { door: door.trim() } });
      const [found] = items;
      show({
        door: found?.door ?? door,
        responsible: found ? await call('getResponsible', { params: { id: found.id } }) : null,
      });
    } catch {
      show('failed');
    }
  };
  return (
    <Card>
      <Heading>{words.who}</Heading>
      <TextField label={words.door} value="" max={60} onChange={type} onEnter={() => void ask()} />
      <Button label={words.find} off={!door.trim()} onTap={() => void ask()} />
      {answer === 'failed' && <Notice>{plain.failed}</Notice>}
      {answer && answer !== 'failed' && <Found {...answer} />}
    </Card>
  );
}

function Found({ door, responsible }: { door: string; responsible: Responsible | null }) {
  const words = useOfficeWords();
  if (!responsible) return <Notice kind="waiting">{words.noDoor(door)}</Notice>;
  const { name, phone, reason } = responsible;
  return (
    <>
      <Heading level={3}>{door}</Heading>
      <View className="row">
        <View className="grow">
          <View className="head">{name}</View>
          <View className="under">{phone}</View>
        </View>
        <RoundCall label={words.call(name)} onTap={() => dial(phone)} />
      </View>
      <View className="row wrap">
        {reason.map(({ code, params }) => (
          <Chip key={code + JSON.stringify(params)} label={words.reason(code, params)} />
        ))}
      </View>
    </>
  );
}
