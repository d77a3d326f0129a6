import type { Responsible } from '@shared/grids/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/client/call';
import { Button, Card, Chip, dial, Notice, RoundCall, TextField } from '@/parts';
import { usePlainWords } from '@/words';
import { useOfficeWords } from './words';

type Answer = { door: string; responsible: Responsible | null } | 'failed' | null;

/** For any door at any moment: who answers for it, and why this person. */
export function WhoAnswers() {
  const words = useOfficeWords();
  const plain = usePlainWords();
  const [door, setDoor] = useState('');
  const [answer, setAnswer] = useState<Answer>(null);
  const ask = async () => {
    if (!door.trim()) return;
    try {
      const { items } = await call('listDwellings', { query: { door: door.trim() } });
      const [found] = items;
      setAnswer({
        door: found?.door ?? door,
        responsible: found ? await call('getResponsible', { params: { id: found.id } }) : null,
      });
    } catch {
      setAnswer('failed');
    }
  };
  return (
    <Card>
      <View className="section">{words.who}</View>
      <TextField label={words.door} value="" max={60} onChange={setDoor} />
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
      <View className="section">{door}</View>
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
