import { useRouter } from '@tarojs/taro';
import { useGrids } from '@/client/queries/grids';
import { useEntry } from '@/client/useEntry';
import { Async, Page } from '@/parts';
import { useGridWords } from '../grids/words';
import { emptyForm, formOf } from './form';
import { GridEditor } from './GridEditor';

/** One grid, or a new one: its place in the tree, its doors, its people. */
export default function Grid() {
  useEntry();
  const words = useGridWords();
  const { id } = useRouter().params;
  const grids = useGrids();
  const known = grids.data?.find((grid) => grid.id === id);
  const top = grids.data?.find(({ parentId }) => !parentId);
  return (
    <Async query={grids}>
      {grids.data ? (
        <GridEditor
          key={known?.id ?? 'new'}
          known={known}
          grids={grids.data}
          first={known ? formOf(known) : emptyForm(top)}
        />
      ) : (
        <Page isWide title={id ? words.editTitle : words.newTitle}>
          {null}
        </Page>
      )}
    </Async>
  );
}
