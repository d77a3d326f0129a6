import type { ReplyOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';
import { readCelsius } from '@shared/temperatures/readCelsius';
import { needsRangeConfirmation } from '@shared/temperatures/reading';
import { useState } from 'react';
import { clockOffsetMs } from '@/client/clock';
import { touched } from '@/client/live';
import { useWish } from '@/client/useWish';

export interface Sitting {
  filledBy: string;
  method: string;
}
type Reply = ReplyOf<(typeof contracts)['reportReading']>;
type Question = { celsius: number; why: 'likely' | 'range' };

/** What is typed for one person: read, asked about where it is only likely, and sent with its own key and times. */
export function useDoorReading(slotId: string, sitting: Sitting, onSent: () => void) {
  const [text, setText] = useState('');
  const [symptoms, setSymptoms] = useState<string[]>([]);
  const [medicine, setMedicine] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [question, ask] = useState<Question | null>(null);
  const { delivery, send, forget } = useWish<Reply>();
  const type = (next: string) => {
    setText(next);
    setWrong(null);
    ask(null);
  };
  const report = (celsius: number, confirmed: string[]) => {
    const at = new Date().toISOString();
    const body = {
      ...{ celsius, ...sitting, symptoms, medicine, confirmed },
      ...{ takenAt: at, enteredAt: at, clockOffsetMs: clockOffsetMs() },
    };
    ask(null);
    void send({ operation: 'reportReading', params: { id: slotId }, body }).then(() => {
      for (const entity of ['slot', 'request']) touched(entity);
    });
    onSent();
  };
  const judge = (celsius: number) =>
    needsRangeConfirmation(celsius) ? ask({ celsius, why: 'range' }) : report(celsius, []);
  /** Yes to what was asked: a likely figure may still be a rare one. */
  const yes = () => {
    if (question?.why === 'range') report(question.celsius, ['range']);
    else if (question) judge(question.celsius);
  };
  const enter = () => {
    if (!sitting.filledBy || !sitting.method) return setWrong('howFirst');
    if (question) return yes();
    const read = readCelsius(text);
    if ('wrong' in read) setWrong(read.wrong);
    else if ('ask' in read) ask({ celsius: read.ask, why: 'likely' });
    else judge(read.celsius);
  };
  const toggle = (code: string) => {
    if (code === 'medicine') setMedicine(!medicine);
    else setSymptoms((own) => (own.includes(code) ? own.filter((one) => one !== code) : [...own, code]));
  };
  const isSettled = sitting.filledBy !== '' && sitting.method !== '';
  const stillWrong = wrong === 'howFirst' && isSettled ? null : wrong;
  return { type, enter, yes, toggle, symptoms, medicine, wrong: stillWrong, question, delivery, forget };
}
