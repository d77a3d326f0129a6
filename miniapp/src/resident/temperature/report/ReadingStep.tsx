import { correctionReasons, needsRangeConfirmation, readingMethods } from '@shared/temperatures/reading';
import { useState } from 'react';
import { useIllness } from '@/client/queries/illness';
import { Call, Card, Cells, Link, Notice, TemperaturePad } from '@/parts';
import { typed } from '@/parts/celsius';
import { useChoiceWords, useSymptomWord } from '@/returns/words';
import { usePlainWords } from '@/words';
import { useReportWords } from '../words';
import { isMeasured, type PersonForm } from './form';
import type { StepProps } from './stepProps';
import { TakenAt } from './TakenAt';
import { TypedCelsius } from './TypedCelsius';

/** The temperature of one person and how they feel; a correction says why. */
export function ReadingStep(props: StepProps) {
  const words = useReportWords();
  const choices = useChoiceWords();
  const { person, fault, onChange } = props;
  const [isTyped, setTyped] = useState(false);
  const { feverCelsius } = useIllness();
  const isHot = isMeasured(person) && Number(person.celsius) >= feverCelsius;
  const measured = (celsius: string): Partial<PersonForm> => ({
    celsius,
    enteredAt: new Date().toISOString(),
    confirmed: [],
  });
  // The other way begins empty: nothing counts that is not seen.
  const change = () => {
    onChange(() => ({ celsius: '', confirmed: [] }));
    setTyped(!isTyped);
  };
  const aside = (
    <>
      {isHot && <Notice kind="waiting">{words.fromFever(feverCelsius.toFixed(1))}</Notice>}
      <Unusual {...props} />
    </>
  );
  return (
    <>
      {person.correctionOf && (
        <Card>
          <Cells
            label={words.why}
            halves
            value={person.reason}
            onChange={(reason) => onChange(() => ({ reason: reason as 'mistyped' }))}
            fault={fault('reason')}
            options={correctionReasons.map((value) => ({ value, label: words.reasons[value] }))}
          />
        </Card>
      )}
      {isTyped ? (
        <TypedCelsius
          fault={fault('celsius')}
          aside={aside}
          onCelsius={(celsius) => onChange(() => measured(celsius))}
        />
      ) : (
        <TemperaturePad
          label={words.temperature}
          value={person.celsius}
          onKey={(key) => onChange(({ celsius }) => measured(typed(celsius, key)))}
          fault={fault('celsius')}
          aside={aside}
        />
      )}
      <Card>
        <Cells
          label={words.method}
          halves
          value={person.method}
          onChange={(method) => onChange(() => ({ method: method as 'ear' }))}
          fault={fault('method')}
          options={readingMethods.map((value) => ({ value, label: choices[value] }))}
        />
        <Feeling {...props} />
      </Card>
      <TakenAt {...props} />
      <Link label={isTyped ? words.byKeys : words.byKeyboard} onTap={change} />
    </>
  );
}

/** A value that is rare is measured a second time, and said to be so. */
function Unusual({ person, onChange }: StepProps) {
  const words = useReportWords();
  if (!isMeasured(person) || !needsRangeConfirmation(Number(person.celsius))) return null;
  const isOn = person.confirmed.includes('range');
  return (
    <Card kind="waiting">
      <Cells
        label={words.unusual}
        whole
        value={isOn ? 'yes' : ''}
        onChange={() =>
          onChange(({ confirmed }) => ({
            confirmed: isOn ? confirmed.filter((one) => one !== 'range') : [...confirmed, 'range'],
          }))
        }
        options={[{ value: 'yes', label: words.measuredAgain }]}
      />
    </Card>
  );
}

/** Two large answers, none given at first; who feels unwell says where. */
function Feeling({ person, fault, onChange }: StepProps) {
  const words = useReportWords();
  const plain = usePlainWords();
  const symptomWord = useSymptomWord();
  const { symptoms: asked } = useIllness();
  const toggle = (code: string) =>
    onChange(({ symptoms }) => ({
      symptoms: symptoms.includes(code) ? symptoms.filter((one) => one !== code) : [...symptoms, code],
    }));
  return (
    <>
      <Cells
        label={words.unwell}
        halves
        value={person.unwell}
        onChange={(unwell) => onChange(() => ({ unwell: unwell as 'no' }))}
        fault={fault('unwell')}
        options={[
          { value: 'no', label: words.well },
          { value: 'yes', label: words.ill },
        ]}
      />
      {person.unwell === 'yes' && (
        <>
          <Cells
            label={words.symptoms}
            value={person.symptoms}
            onChange={toggle}
            fault={fault('symptoms')}
            options={asked.map((value) => ({ value, label: symptomWord(value) }))}
          />
          {person.symptoms.includes('breathlessness') && (
            <Call kind="danger" label={plain.call120} phone="120" />
          )}
          <Cells
            label={words.medicine}
            halves
            value={person.medicine}
            onChange={(medicine) => onChange(() => ({ medicine: medicine as 'no' }))}
            fault={fault('medicine')}
            options={[
              { value: 'no', label: words.no },
              { value: 'yes', label: words.yes },
            ]}
          />
        </>
      )}
    </>
  );
}
