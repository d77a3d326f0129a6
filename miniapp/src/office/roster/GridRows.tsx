import type { ImportView } from '@shared/grids/workbookContract';
import { View } from '@tarojs/components';
import { Card, Chip, Heading, Line } from '@/parts';
import { Listed } from './Listed';
import { useImportWords } from './words';

/** The grids of a sheet: what they take in, who answers for them, and which are new. */
export function GridRows({ view }: { view: ImportView }) {
  const words = useImportWords();
  const { gridRows, grids } = view;
  if (!gridRows.length) return null;
  return (
    <Card>
      <Heading level={3}>{words.gridsHead(grids)}</Heading>
      <Listed items={gridRows}>
        {({ sheetName, row, code, name, range, person, role, state }) => (
          <Line
            key={`${sheetName} ${row}`}
            label={
              <>
                {name}
                <View className="help">{[code, range].filter(Boolean).join(' · ')}</View>
              </>
            }
            value={
              <View className="row wrap">
                {person && role && `${words.posts[role]} ${person}`}
                <Chip kind={state === 'same' ? '' : 'info'} label={words.gridState[state]} />
              </View>
            }
          />
        )}
      </Listed>
    </Card>
  );
}
