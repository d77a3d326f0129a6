import type { ImportView } from '@shared/grids/workbookContract';
import { View } from '@tarojs/components';
import { useImportWords } from './words';

/** What an import does, or did, in figures; those of no weight only where there are any. */
export function Figures({ view }: { view: ImportView }) {
  const { figures } = useImportWords();
  const { created, updated, same, kept, people, households, dwellings, grids, notes, repeated } = view;
  const done = { created, updated, same, kept, refused: view.refused.length };
  const file = { people, households, dwellings, grids };
  const rest = Object.entries({ notes, repeated }).filter(([, count]) => count > 0);
  const shown = [...Object.entries(done), ...Object.entries(file), ...rest];
  return (
    <View className="figures">
      {shown.map(([name, count]) => (
        <View key={name}>
          <View className="help">{figures[name as keyof typeof figures]}</View>
          <View className="count">{count}</View>
        </View>
      ))}
    </View>
  );
}
