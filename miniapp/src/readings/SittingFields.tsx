import { readingMethods } from '@shared/temperatures/reading';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { activeMembership, useSession } from '@/client/session';
import { useClock } from '@/client/useClock';
import { Cells, Link } from '@/parts';
import { useChoiceWords } from '@/returns/words';
import { MeasuredAt } from './MeasuredAt';
import { type Closed, type Sitting, timeLack } from './sitting';
import { useReadingsWords } from './words';

interface SittingProps {
  sitting: Sitting;
  onChange(sitting: Sitting): void;
  /** The window that is over, where there is one. */
  closed?: Closed | null;
}

/** How and with what the temperatures are learned, and when they were measured. */
export function SittingFields({ sitting, onChange, closed = null }: SittingProps) {
  const words = useReadingsWords();
  const choices = useChoiceWords();
  const role = useSession(({ session }) => activeMembership(session)?.role);
  const ways = [...(role === 'health' ? ['health'] : []), 'workerPhone', 'workerDoor'];
  return (
    <>
      <Cells
        label={words.how}
        halves
        value={sitting.filledBy}
        onChange={(filledBy) => onChange({ ...sitting, filledBy: filledBy as Sitting['filledBy'] })}
        options={ways.map((value) => ({ value, label: words.ways[value] ?? value }))}
      />
      <Cells
        label={words.method}
        halves
        value={sitting.method}
        onChange={(method) => onChange({ ...sitting, method: method as Sitting['method'] })}
        options={readingMethods.map((value) => ({ value, label: choices[value] }))}
      />
      <TakenAt sitting={sitting} onChange={onChange} closed={closed} />
    </>
  );
}

/** Now, unless somebody says otherwise; of a window that is over it has to be said. */
function TakenAt({ sitting, onChange, closed = null }: SittingProps) {
  const words = useReadingsWords();
  const at = useClock();
  const [isAsked, setAsked] = useState(false);
  const { takenAt, isOld } = sitting;
  const change = (next: string) => onChange({ ...sitting, takenAt: next, isOld: false });
  if (!closed && !isAsked && !takenAt)
    return (
      <View className="row between">
        <View className="under">{words.now}</View>
        <Link label={words.notNow} onTap={() => setAsked(true)} />
      </View>
    );
  const lack = takenAt ? timeLack(sitting, at, false) : null;
  return (
    <>
      <MeasuredAt
        {...{ takenAt, closed, isOld }}
        onChange={change}
        told={words.closed}
        fault={lack === 'future' ? words.wrong.future : undefined}
        onOld={(next) => onChange({ ...sitting, isOld: next })}
      />
      {!closed && (
        <Link
          label={words.itIsNow}
          onTap={() => {
            setAsked(false);
            change('');
          }}
        />
      )}
    </>
  );
}
