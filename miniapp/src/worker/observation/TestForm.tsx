import { type TestResult, testResults } from '@shared/observation/tests';
import { daysBetween } from '@shared/time';
import { useState } from 'react';
import { call } from '@/client/call';
import { useAct } from '@/observation/useAct';
import { useObservationWords } from '@/observation/words';
import { Button, Card, Cells, Notice } from '@/parts';
import { DayField } from '@/residents/change/DayField';
import { useDayText, usePlainWords } from '@/words';
import type { ActProps } from './acts';

/** What stands for none of the required tests. */
const extra = 'extra';

/** A test and what came of it; where the policy asks for tests, also which of them it is. */
export function TestForm({ of, onDone, onBack }: ActProps) {
  const words = useObservationWords();
  const plain = usePlainWords();
  const dayText = useDayText();
  const { act, isSending, refusal, faultOf } = useAct();
  const [form, setForm] = useState({ which: '', takenOn: '', result: '' });
  const { which, takenOn, result } = form;
  const required = of.release?.requiredTests ?? [];
  const change = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }));
  const isReady = takenOn !== '' && result !== '' && (which !== '' || required.length === 0);
  const dayOfPeriod = Number(which) || Math.max(1, daysBetween(of.firstDay, takenOn || of.firstDay) + 1);
  const send = () =>
    call('recordTest', {
      params: { id: of.id },
      body: { seenVersion: of.version, day: dayOfPeriod, takenOn, result: result as TestResult },
    });
  const save = async () => {
    if (isReady && (await act(send))) onDone(words.testKept(words.testResults[result as TestResult]));
  };
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      {required.length > 0 && (
        <Cells
          label={words.testWhich}
          value={which}
          onChange={(which) => change({ which })}
          fault={faultOf('day')}
          options={[
            ...required.map(({ day, date }) => ({ value: String(day), label: dayText(date) })),
            { value: extra, label: words.testExtra },
          ]}
        />
      )}
      <DayField
        label={words.testTakenOn}
        value={takenOn}
        onChange={(takenOn) => change({ takenOn })}
        from={of.firstDay}
        fault={faultOf('takenOn')}
      />
      <Cells
        label={words.testResult}
        value={result}
        onChange={(result) => change({ result })}
        fault={faultOf('result')}
        options={testResults.map((value) => ({ value, label: words.testResults[value] }))}
      />
      {result === 'positive' && <Notice>{words.positiveTells}</Notice>}
      <Button
        label={isSending ? plain.sending : words.testSave}
        off={!isReady || isSending}
        onTap={() => void save()}
      />
      <Button kind="plain" label={words.cancel} onTap={onBack} />
    </Card>
  );
}
