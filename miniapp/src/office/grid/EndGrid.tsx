import type { GridView } from '@shared/grids/treeContract';
import { useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { goBack } from '@/client/navigate';
import { Button, Card, Notice } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useGridWords } from '../grids/words';

/** Removing a grid in which nothing lies any more; asked twice. */
export function EndGrid({ grid }: { grid: GridView }) {
  const words = useGridWords();
  const [isAsked, setAsked] = useState(false);
  const { refusal, showRefusal } = useFaults();
  const end = async () => {
    try {
      await call('endGrid', { params: { id: grid.id } });
      touched('grid');
      goBack();
    } catch (error) {
      showRefusal(error);
      setAsked(false);
    }
  };
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      {isAsked ? (
        <>
          <Button kind="tint" label={words.keep} onTap={() => setAsked(false)} />
          <Button kind="plain" label={words.endSure} onTap={() => void end()} />
        </>
      ) : (
        <Button kind="plain" label={words.end} onTap={() => setAsked(true)} />
      )}
    </Card>
  );
}
