import { formatRange } from '@shared/grids/scope';
import type { GridView } from '@shared/grids/treeContract';
import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { Card, Chip, Icon, Tap } from '@/parts';
import { usePlainWords } from '@/words';
import { useGridWords } from './words';

interface Counts {
  gridId: string;
  dwellings: number;
  households: number;
}

/** From the top down, each below the one it belongs to; leaf grids with what lies in them. */
export function GridTree({ grids, coverage }: { grids: GridView[]; coverage: Counts[] }) {
  const counts = new Map(coverage.map((row) => [row.gridId, row]));
  return (
    <Card>
      {inOrder(grids, null, 0).map(({ grid, depth }) => (
        <GridLine key={grid.id} grid={grid} depth={depth} counts={counts.get(grid.id)} />
      ))}
    </Card>
  );
}

interface Placed {
  grid: GridView;
  depth: number;
}
const inOrder = (grids: GridView[], parentId: string | null, depth: number): Placed[] =>
  grids
    .filter((grid) => grid.parentId === parentId)
    .flatMap((grid) => [{ grid, depth }, ...inOrder(grids, grid.id, depth + 1)]);

function GridLine({ grid, depth, counts }: Placed & { counts: Counts | undefined }) {
  const words = useGridWords();
  const plain = usePlainWords();
  const { primary, leader, deputies, patches } = grid;
  const people = [
    leader && `${words.leader} ${leader.name}`,
    primary && `${words.primary} ${primary.name}`,
    ...deputies.map(({ name }) => `${words.deputies} ${name}`),
    ...patches.map(({ name, worker }) => `${name} ${worker?.name ?? words.nobody}`),
  ].filter(Boolean) as string[];
  const ranges = grid.isLeaf && grid.parentId ? plain.list(grid.scope.map(formatRange)) : '';
  return (
    <Tap
      className={`li depth-${Math.min(depth, 3)}`}
      label={words.open(grid.name)}
      onTap={() => open(pages.grid, { id: grid.id })}
    >
      <View className="grow">
        <View className="row wrap">
          <View className={depth ? '' : 'title'}>{grid.name}</View>
          {ranges !== grid.name && ranges !== '' && <View className="help">{ranges}</View>}
        </View>
        {people.length ? (
          <View className="help">{plain.list(people)}</View>
        ) : (
          <Chip kind="warn" label={words.nobody} />
        )}
      </View>
      {counts && <View className="help">{words.counts(counts.dwellings, counts.households)}</View>}
      <Icon name="next" size="small" />
    </Tap>
  );
}
