import type { ImportView } from '@shared/grids/workbookContract';
import { View } from '@tarojs/components';
import { Button, Card, Heading, Line } from '@/parts';
import { Listed } from './Listed';
import { useRefusedWords } from './refusedWords';
import { useImportWords } from './words';

/** The rows that are left out, each with its sheet, row, field and reason; and a workbook of them to mend. */
export function Refused({ view, onFetch }: { view: ImportView; onFetch(): void }) {
  const words = useImportWords();
  const reasonOf = useRefusedWords();
  const { refused, sheets } = view;
  if (!refused.length) return null;
  // One sheet needs no name.
  const isOne = sheets.filter(({ use }) => use).length <= 1;
  return (
    <Card kind="waiting">
      <Heading level={3}>{words.refusedHead(refused.length)}</Heading>
      <View className="under book-help">{words.refusedHelp}</View>
      <Listed items={refused}>
        {(one) => (
          <Line
            key={`${one.sheetName} ${one.row} ${one.path}`}
            label={words.row(one.row, isOne ? '' : one.sheetName)}
            value={reasonOf(one)}
          />
        )}
      </Listed>
      {refused.some(({ sheet }) => sheet === 'people') && (
        <Button kind="tint" label={words.fetchRefused} onTap={onFetch} />
      )}
    </Card>
  );
}
