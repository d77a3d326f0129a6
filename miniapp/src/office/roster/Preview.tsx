import { View } from '@tarojs/components';
import { Button, Card, Loading, Notice } from '@/parts';
import { Changes, Kept } from './Changes';
import { Figures } from './Figures';
import { GridRows } from './GridRows';
import { Refused } from './Refused';
import type { Importing } from './useImport';
import { useImportWords } from './words';

/** What the import would do. Nothing is written before the one button here. */
export function Preview({ importing }: { importing: Importing }) {
  const words = useImportWords();
  const { view, isBusy, confirm, goTo, fetchRefused } = importing;
  if (!view) return null;
  return (
    <>
      <View className="under book-help">{words.previewHelp}</View>
      {!view.created && !view.updated && <Notice kind="waiting">{words.nothing}</Notice>}
      <Card>
        <Figures view={view} />
      </Card>
      <Refused view={view} onFetch={() => void fetchRefused()} />
      <Kept view={view} importing={importing} />
      <Changes view={view} />
      <GridRows view={view} />
      {isBusy && <Loading />}
      <View className="foot">
        <View className="row">
          <Button kind="tint" label={words.back} onTap={() => goTo('columns')} />
          <Button off={isBusy} label={isBusy ? words.busy : words.confirm} onTap={() => void confirm()} />
        </View>
      </View>
    </>
  );
}
