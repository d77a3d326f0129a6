import { contracts } from '@shared/contracts';
import type { ImportView } from '@shared/grids/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { download, upload } from '@/client/upload';
import { Button, Card, Line, Loading, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useFieldWords } from '@/words/problems';
import { useOfficeWords } from './words';

/** A workbook into the roster, what it did, and the rows that came back with their reasons. */
export function ImportRoster() {
  const words = useOfficeWords();
  const [isRunning, setRunning] = useState(false);
  const [done, setDone] = useState<ImportView | null>(null);
  const { refusal, showRefusal, show } = useFaults();
  const take = async (file: File | undefined) => {
    if (!file || isRunning) return;
    setRunning(true);
    show([]);
    try {
      setDone(await upload(contracts.importRoster, file));
    } catch (error) {
      setDone(null);
      showRefusal(error);
    }
    setRunning(false);
  };
  return (
    <Card>
      <View className="section">{words.import}</View>
      <View className="under">{words.importHelp}</View>
      <input
        className="input"
        type="file"
        accept=".xlsx"
        aria-label={words.file}
        disabled={isRunning}
        onChange={(e) => void take(e.target.files?.[0])}
      />
      {isRunning && (
        <>
          <View className="section">{words.running}</View>
          <Loading />
        </>
      )}
      {refusal && <Notice>{refusal}</Notice>}
      {done && !isRunning && <Result done={done} />}
    </Card>
  );
}

function Result({ done }: { done: ImportView }) {
  const words = useOfficeWords();
  const fields = useFieldWords();
  const { dwellings, households, people, grids, created, updated, refused, id } = done;
  const fetchRefused = () =>
    id && download(contracts.readRefusedRows, { id }, words.refusedFile).catch(() => undefined);
  return (
    <>
      <View className="section">{words.result}</View>
      <Line label={words.dwellings} value={dwellings} />
      <Line label={words.households} value={households} />
      <Line label={words.people} value={people} />
      <Line label={words.grids} value={grids} />
      <Line label={words.created} value={created} />
      <Line label={words.updated} value={updated} />
      <Line label={words.refused} value={refused.length} />
      {refused.map(({ row, path, code }) => (
        <Line key={`${row} ${path}`} label={words.row(row)} value={fields[code]} />
      ))}
      {refused.length > 0 && (
        <Button kind="tint" label={words.fetchRefused} onTap={() => void fetchRefused()} />
      )}
    </>
  );
}
