import { View } from '@tarojs/components';
import { Card, Link, Notice } from '@/parts';
import { useMomentText } from '@/words';
import { useLastImport } from './queries';
import { useImportWords } from './words';

/** How the last one went; one that was cut says how it is finished. */
export function LastImport({ onLook }: { onLook(id: string): void }) {
  const words = useImportWords();
  const momentText = useMomentText();
  const last = useLastImport();
  if (!last || last.state === 'running') return null;
  const { id, state, rows, madeAt, created, updated, refused } = last;
  if (state === 'cut') return <Notice kind="waiting">{words.cut(rows.done, rows.all)}</Notice>;
  return (
    <Card>
      <View className="row between">
        <View>
          <View>{words.last(momentText(madeAt))}</View>
          <View className="under">{words.lastCounts(created, updated, refused)}</View>
        </View>
        <Link label={words.look} onTap={() => onLook(id)} />
      </View>
    </Card>
  );
}
