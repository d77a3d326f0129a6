import type { MoveView } from '@shared/grids/treeContract';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useCoverage, useGrids } from '@/client/queries/grids';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Chip, Notice, Page, State, spoken } from '@/parts';
import { usePlainWords } from '@/words';
import { GridTree } from './GridTree';
import { useGridWords } from './words';

/** The grids of the community with their people, how much lies in each, and what lies in none. */
export default function Grids() {
  useEntry();
  const words = useGridWords();
  const grids = useGrids();
  const coverage = useCoverage();
  const create = <Button label={words.create} onTap={() => open(pages.grid)} />;
  return (
    <Page isWide title={words.title} foot={create}>
      <Async query={grids} empty={grids.data?.length === 0 && <State icon="home" words={words.none} />}>
        {coverage.data?.move && <Moving move={coverage.data.move} />}
        {coverage.data && <Unassigned {...coverage.data.unassigned} />}
        <GridTree grids={grids.data ?? []} coverage={coverage.data?.items ?? []} />
      </Async>
    </Page>
  );
}

function Moving({ move }: { move: MoveView }) {
  const words = useGridWords();
  return (
    <Card kind="waiting">
      <View {...spoken({ role: 'status' })}>{words.moving(move.doors.done, move.doors.all)}</View>
      <View className="help">{words.movingHelp}</View>
    </Card>
  );
}

function Unassigned({
  count,
  doors,
}: {
  count: number;
  doors: { id: string; estate: string; door: string }[];
}) {
  const words = useGridWords();
  const plain = usePlainWords();
  if (!count) return null;
  const estates = [...new Set(doors.map(({ estate }) => estate))];
  return (
    <Notice kind="waiting">
      <View className="title">{words.inNone(count)}</View>
      {estates.map((estate) => (
        <View className="under" key={estate}>
          {estate} {plain.list(doors.filter((one) => one.estate === estate).map(({ door }) => door))}
        </View>
      ))}
      {count > doors.length && <Chip label={words.more(count - doors.length)} />}
    </Notice>
  );
}
