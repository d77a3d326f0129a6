import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { Async, Button, Card, Heading, spoken } from '@/parts';
import { Figures } from './Figures';
import { useImportResult, useLastImport } from './queries';
import { Refused } from './Refused';
import type { Importing } from './useImport';
import { useImportWords } from './words';

/** How far an import is, and when it is over, what it did. */
export function Running({ importing }: { importing: Importing }) {
  const { id, goTo } = importing;
  const last = useLastImport();
  const now = last?.id === id ? last : null;
  const isCut = now?.state === 'cut';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the way back to the file says what was done and how to go on.
  useEffect(() => {
    if (isCut) goTo('file');
  }, [isCut]);
  if (!id || isCut) return null;
  // One that is older than the newest is over; one that is not in the list yet has just begun.
  const isOver = now ? now.state !== 'running' : last !== null && last.id > id;
  return isOver ? <Result id={id} importing={importing} /> : <Progress rows={now?.rows} />;
}

function Progress({ rows = { done: 0, all: 0 } }: { rows?: { done: number; all: number } | undefined }) {
  const words = useImportWords();
  const share = rows.all ? Math.round((rows.done / rows.all) * 100) : 0;
  return (
    <Card>
      <Heading>{words.running}</Heading>
      <View className="book-progress">
        <View className="book-done" style={{ width: `${share}%` }} />
      </View>
      <View {...spoken({ role: 'status' })}>{words.progress(rows.done, rows.all)}</View>
      <View className="under">{words.mayLeave}</View>
    </Card>
  );
}

const isOfRoster = ({ queryKey }: { queryKey: readonly unknown[] }): boolean => queryKey[0] !== 'import';

function Result({ id, importing }: { id: string; importing: Importing }) {
  const words = useImportWords();
  const queries = useQueryClient();
  // Doors, people and grids are others now, on whatever page they were read.
  useEffect(() => void queries.invalidateQueries({ predicate: isOfRoster }), [queries]);
  const result = useImportResult(id, true);
  const { goTo, fetchRefused } = importing;
  return (
    <Async query={result}>
      {result.data && (
        <>
          <Card>
            <Heading>{words.result}</Heading>
            <Figures view={result.data} />
          </Card>
          <Refused view={result.data} onFetch={() => void fetchRefused()} />
          <Button label={words.again} onTap={() => goTo('file')} />
        </>
      )}
    </Async>
  );
}
