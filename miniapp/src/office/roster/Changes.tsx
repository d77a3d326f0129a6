import type { ImportView } from '@shared/grids/workbookContract';
import { View } from '@tarojs/components';
import { Card, Heading, Icon, Line, Tap } from '@/parts';
import { Listed } from './Listed';
import type { Importing } from './useImport';
import { useDifferenceWords, useImportWords } from './words';

type Change = ImportView['changes'][number];

/** People whom the file changes: what stands here and what the file says, masked. */
export function Changes({ view }: { view: ImportView }) {
  const words = useImportWords();
  const changed = view.changes.filter((change) => change.changed.length);
  if (!changed.length) return null;
  return (
    <Card>
      <Heading level={3}>{words.changedHead(view.updated)}</Heading>
      <Lines changes={changed} of="changed" say={words.change} />
      {changed.length < view.updated && <View className="help">{words.onlyFirst(changed.length)}</View>}
    </Card>
  );
}

/** Where somebody corrected something here since: it stays, unless the office says that the file is right. */
export function Kept({ view, importing }: { view: ImportView; importing: Importing }) {
  const words = useImportWords();
  const { wishes, setPreferFile } = importing;
  const kept = view.changes.filter((change) => change.kept.length);
  if (!kept.length && !wishes.preferFile) return null;
  return (
    <Card kind="waiting">
      <Heading level={3}>{words.keptHead(view.kept)}</Heading>
      <View className="under book-help">{words.keptHelp}</View>
      <Tap
        className={wishes.preferFile ? 'cell on' : 'cell'}
        isOn={wishes.preferFile}
        onTap={() => void setPreferFile(!wishes.preferFile)}
      >
        {wishes.preferFile && <Icon name="done" size="small" />}
        {words.preferFile}
      </Tap>
      <View className="book-help" />
      <Lines changes={kept} of="kept" say={words.keep} />
    </Card>
  );
}

interface LinesProps {
  changes: Change[];
  of: 'changed' | 'kept';
  say(roster: string, file: string): string;
}
function Lines({ changes, of, say }: LinesProps) {
  const words = useImportWords();
  const names = useDifferenceWords();
  return (
    <Listed items={changes}>
      {(change) => (
        <Line
          key={`${change.sheetName} ${change.row}`}
          label={
            <>
              <View>{change.who?.name}</View>
              <View className="book-who">{change.who?.door}</View>
              <View className="help">{words.row(change.row, change.sheetName)}</View>
            </>
          }
          value={(change.values ?? [])
            .filter(({ field }) => change[of].includes(field))
            .map(({ field, roster, file }) => (
              <View key={field}>
                {names[field]}：{say(roster, file)}
              </View>
            ))}
        />
      )}
    </Listed>
  );
}
