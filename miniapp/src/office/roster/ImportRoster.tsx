import { contracts } from '@shared/contracts';
import type { ImportView } from '@shared/grids/workbookContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { download, upload } from '@/client/upload';
import { Button, Card, Heading, Line, Loading, Notice, spoken } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useFieldWords } from '@/words/problems';
import { useOfficeWords } from '../words';

/** A workbook into the roster, what it did, and the rows that came back with their reasons. */
export function ImportRoster() {
  const words = useOfficeWords();
  const [isRunning, setRunning] = useState(false);
  const [done, setDone] = useState<ImportView | null>(null);
  const { refusal, showRefusal, show } = useFaults();
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file || isRunning) return;
    setRunning(true);
    show([]);
    try {
      setDone(await upload(contracts.importRoster, file));
    } catch (error) {
      setDone(null);
      showRefusal(error);
    }
    // The same file, mended, may be chosen again.
    input.value = '';
    setRunning(false);
  };
  return (
    <Card>
      <Heading>{words.import}</Heading>
      <View className="under">{words.importHelp}</View>
      <label className={`tap button file ${isRunning ? 'off' : 'tint'}`}>
        {words.file}
        <input
          className="file-input"
          type="file"
          accept=".xlsx"
          disabled={isRunning}
          onChange={(e) => void take(e.target)}
        />
      </label>
      {isRunning && (
        <>
          <View className="section" {...spoken({ role: 'status' })}>
            {words.running}
          </View>
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
  const figures = [
    [words.dwellings, dwellings],
    [words.households, households],
    [words.people, people],
    [words.grids, grids],
    [words.created, created],
    [words.updated, updated],
    [words.refused, refused.length],
  ] as const;
  const fetchRefused = () =>
    id && download(contracts.readRefusedRows, { id }, words.refusedFile).catch(() => undefined);
  return (
    <>
      <Heading level={3}>{words.result}</Heading>
      <View className="figures">
        {figures.map(([label, count]) => (
          <View key={label}>
            <View className="help">{label}</View>
            <View className="count">{count}</View>
          </View>
        ))}
      </View>
      {refused.length > 0 && <Heading level={3}>{words.refusedHead}</Heading>}
      {refused.map(({ row, path, code }) => (
        <Line key={`${row} ${path}`} label={words.row(row)} value={fields({ path, code })} />
      ))}
      {refused.length > 0 && (
        <Button kind="tint" label={words.fetchRefused} onTap={() => void fetchRefused()} />
      )}
    </>
  );
}
