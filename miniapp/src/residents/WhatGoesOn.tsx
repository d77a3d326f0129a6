import type { ResidentFile } from '@shared/roster/residents';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Papers } from '@/observation/Papers';
import { Card, Heading, Line, Link } from '@/parts';
import { TakeReading } from '@/readings/TakeReading';
import { useSymptomWord } from '@/returns/words';
import { useClockText, useDayText } from '@/words';
import { useResidentsWords } from './words';

/** Returns, observations and the latest temperatures, where they are the reader’s business. */
export function WhatGoesOn({ file }: { file: ResidentFile }) {
  const words = useResidentsWords();
  const symptomWord = useSymptomWord();
  const clockText = useClockText();
  const dayText = useDayText();
  const [isMeasuring, setMeasuring] = useState(false);
  const { returns, observations, readings } = file;
  if (readings === null) return null;
  const [newest] = observations;
  return (
    <>
      {returns.length + observations.length > 0 && (
        <Card>
          <Heading>{words.going}</Heading>
          {observations.map(({ id, state, firstDay, lastDay }) => (
            <Line
              key={id}
              label={words.states[state] ?? state}
              value={`${dayText(firstDay)} – ${dayText(lastDay)}`}
              onTap={() => void open(pages.observation, { id })}
            />
          ))}
          {newest && <Papers of={newest} />}
          {returns.map(({ id, state, place, arrivedAt }) => (
            <Line key={id} label={words.states[state] ?? state} value={`${place} ${clockText(arrivedAt)}`} />
          ))}
        </Card>
      )}
      <Card>
        <View className="row between">
          <Heading>{words.readings}</Heading>
          {!isMeasuring && <Link label={words.measure} onTap={() => setMeasuring(true)} />}
        </View>
        {isMeasuring && <TakeReading residentId={file.id} onDone={() => setMeasuring(false)} />}
        {readings.length === 0 && <View className="under">{words.noReadings}</View>}
        {readings.map(({ takenAt, celsius, symptoms }) => (
          <Line
            key={takenAt}
            label={clockText(takenAt)}
            value={[`${celsius.toFixed(1)} ℃`, ...symptoms.map(symptomWord)].join(' ')}
          />
        ))}
      </Card>
    </>
  );
}
