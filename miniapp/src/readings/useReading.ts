import type { ReplyOf } from '@shared/contract';
import type { contracts } from '@shared/contracts';
import { readCelsius } from '@shared/temperatures/readCelsius';
import { needsRangeConfirmation, type ReadingInput } from '@shared/temperatures/reading';
import { isOld } from '@shared/temperatures/rules';
import { useState } from 'react';
import { clockOffsetMs, now, phoneTime } from '@/client/clock';
import { unsentOf } from '@/client/unsentReadings';
import { useWish } from '@/client/useWish';
import { type Mistyped, type Sitting, timeLack, timesOf } from './sitting';

type OfSlot = ReplyOf<(typeof contracts)['reportReading']>;
type Extra = ReplyOf<(typeof contracts)['reportExtraReading']>;
type Reply = OfSlot | Extra;
type Question = { celsius: number; why: 'likely' | 'range' };

/** Whose temperature, and which slot it is for; without one it is kept beyond what is owed. */
export interface Target {
  residentId: string;
  slotId: string | null;
  /** The window is over: when it was measured has to be said. */
  isClosed: boolean;
}

/** What is typed for one person: read, asked about where it is only likely, and sent with its own key and times. */
export function useReading(target: Target, sitting: Sitting, onSent?: () => void) {
  const { slotId } = target;
  const [begun] = useState(() => (slotId ? unsentOf(slotId) : undefined));
  const [text, setText] = useState(begun?.reading.celsius.toFixed(1) ?? '');
  const [symptoms, setSymptoms] = useState<string[]>(begun?.reading.symptoms ?? []);
  const [medicine, setMedicine] = useState(begun?.reading.medicine ?? false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [question, ask] = useState<Question | null>(null);
  const [mistyped, setMistyped] = useState<Mistyped | null>(null);
  const { delivery, send, forget } = useWish<Reply>(begun?.entry);
  const lackNow = () => lackOf(sitting, target.isClosed && !mistyped?.takenAt);
  const type = (next: string) => {
    setText(next);
    setWrong(null);
    ask(null);
  };
  const report = (celsius: number, confirmed: ReadingInput['confirmed']) => {
    const times = timesOf(sitting, mistyped, new Date());
    const long = isOld({ takenAt: new Date(times.takenAt), enteredAt: new Date(times.enteredAt) });
    const body = {
      ...{ celsius, symptoms, medicine, ...times, clockOffsetMs: clockOffsetMs() },
      ...{ filledBy: sitting.filledBy, method: sitting.method },
      confirmed: long ? [...confirmed, 'old'] : confirmed,
      ...(mistyped && { correctionOf: mistyped.id, reason: 'mistyped' }),
    };
    ask(null);
    void send({ ...placeOf(target), body });
    onSent?.();
  };
  const judge = (celsius: number) =>
    needsRangeConfirmation(celsius) ? ask({ celsius, why: 'range' }) : report(celsius, []);
  /** Yes to what was asked: a likely figure may still be a rare one. */
  const yes = () => {
    if (question?.why === 'range') report(question.celsius, ['range']);
    else if (question) judge(question.celsius);
  };
  const enter = () => {
    const lack = lackNow();
    if (lack) return setWrong(lack);
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
  const kept = delivery.reply && keptIn(delivery.reply);
  /** Typed once more: what is sent next stands in the place of what has arrived. */
  const correct = () => {
    if (!kept?.mistyped) return;
    setMistyped(kept.mistyped);
    type('');
    forget();
  };
  // What is missing above was the fault of this line only while it is missing.
  const isMended = wrong !== null && wrong in lacks && lackNow() === null;
  return {
    ...{ text, type, enter, yes, toggle, symptoms, medicine, question, delivery, kept, mistyped, correct },
    wrong: isMended ? null : wrong,
  };
}
export type Reading = ReturnType<typeof useReading>;

const lacks = { how: true, when: true, future: true, old: true };

/** What is still to be said of the sitting. */
function lackOf(sitting: Sitting, isClosed: boolean): keyof typeof lacks | null {
  return sitting.filledBy && sitting.method ? timeLack(sitting, now(), isClosed) : 'how';
}

const placeOf = ({ residentId, slotId }: Target) =>
  slotId
    ? { operation: 'reportReading' as const, params: { id: slotId } }
    : { operation: 'reportExtraReading' as const, params: { id: residentId } };

interface Kept {
  caseId: string | null;
  /** Outside its window. */
  settlesNothing: boolean;
  /** What a correction of it needs; null where it cannot be corrected. */
  mistyped: Mistyped | null;
}

function keptIn(reply: Reply): Kept {
  const isExtra = 'reading' in reply;
  const reading = isExtra ? reply.reading : reply.readings.find(({ id }) => id === reply.readingId);
  const settlesNothing = !isExtra && reply.state === 'missed';
  const takenAt = reading && phoneTime(Date.parse(reading.takenAt)).toISOString();
  return {
    caseId: reply.case?.id ?? null,
    settlesNothing,
    mistyped: reading ? { id: reading.id, takenAt: settlesNothing ? null : (takenAt ?? null) } : null,
  };
}
