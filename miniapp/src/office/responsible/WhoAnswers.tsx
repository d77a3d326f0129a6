import type { ReplyOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';
import type { DwellingView } from '@shared/roster/contract';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { call } from '@/client/call';
import { Button, Card, Cells, Line, Notice, TextField, TimeField } from '@/parts';
import { instantOf } from '@/parts/fieldTime';
import { usePlainWords } from '@/words';
import { Found } from './Found';
import { useResponsibleWords } from './words';

type Answer = ReplyOf<(typeof contracts)['getResponsible']>;
type Shown =
  | { kind: 'found'; dwelling: DwellingView; answer: Answer; at: string | null }
  | { kind: 'none'; door: string }
  | { kind: 'several'; doors: DwellingView[] }
  | { kind: 'failed' }
  | null;

function useAsking() {
  const [door, setDoor] = useState('');
  const [when, setWhen] = useState<'now' | 'moment'>('now');
  const [moment, setMoment] = useState('');
  const [shown, setShown] = useState<Shown>(null);
  // An answer that comes late is no answer to what stands there by then.
  const asked = useRef(0);
  const at = when === 'now' ? null : instantOf(moment);
  const isComplete = door.trim() !== '' && (when === 'now' || at !== null);
  /** What was answered belongs to another question. */
  const renew = () => {
    asked.current += 1;
    setShown(null);
  };
  const answering = async (work: () => Promise<Shown>) => {
    const turn = ++asked.current;
    const next = await work().catch((): Shown => ({ kind: 'failed' }));
    if (turn === asked.current) setShown(next);
  };
  const ask = (dwelling: DwellingView) =>
    answering(async () => {
      const query = at ? { at } : {};
      const answer = await call('getResponsible', { params: { id: dwelling.id }, query });
      return { kind: 'found', dwelling, answer, at };
    });
  const find = async () => {
    if (!isComplete) return;
    const doors = await call('listDwellings', { query: { door: door.trim() } }).catch(() => null);
    const [first, ...more] = doors?.items ?? [];
    if (first && !more.length) return ask(first);
    await answering(async () => {
      if (!doors) return { kind: 'failed' };
      return first ? { kind: 'several', doors: doors.items } : { kind: 'none', door: door.trim() };
    });
  };
  const changing =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      renew();
      set(value);
    };
  return {
    when,
    moment,
    isComplete,
    shown,
    setDoor: changing(setDoor),
    setWhen: changing(setWhen),
    setMoment: changing(setMoment),
    find,
    ask,
  };
}

/** The question: a door, and now or another time. */
export function WhoAnswers() {
  const words = useResponsibleWords();
  const { when, moment, isComplete, shown, setDoor, setWhen, setMoment, find, ask } = useAsking();
  const options = [
    { value: 'now', label: words.now },
    { value: 'moment', label: words.moment },
  ];
  return (
    <View className="columns">
      <View className="column">
        <Card>
          <TextField label={words.door} value="" max={60} onChange={setDoor} onEnter={() => void find()} />
          <Cells
            halves
            label={words.when}
            value={when}
            options={options}
            onChange={(value) => setWhen(value as 'now' | 'moment')}
          />
          {when === 'moment' && (
            <TimeField
              isAheadAllowed
              label={words.momentLabel}
              dayLabel={words.day}
              timeLabel={words.time}
              value={moment}
              onChange={setMoment}
            />
          )}
          <Button label={words.find} off={!isComplete} onTap={() => void find()} />
        </Card>
      </View>
      <View className="column">
        {shown && <Answered shown={shown} onAsk={(dwelling) => void ask(dwelling)} />}
      </View>
    </View>
  );
}

/** What came of the question; of several doors one is chosen. */
function Answered({ shown, onAsk }: { shown: NonNullable<Shown>; onAsk(dwelling: DwellingView): void }) {
  const words = useResponsibleWords();
  const plain = usePlainWords();
  if (shown.kind === 'failed') return <Notice>{plain.failed}</Notice>;
  if (shown.kind === 'none') return <Notice kind="waiting">{words.noDoor(shown.door)}</Notice>;
  if (shown.kind === 'found') return <Found {...shown} />;
  return (
    <Card>
      <View className="under">{words.several}</View>
      {shown.doors.map((dwelling) => (
        <Line
          key={dwelling.id}
          label={`${dwelling.address.estate} ${dwelling.door}`}
          onTap={() => onAsk(dwelling)}
        />
      ))}
    </Card>
  );
}
