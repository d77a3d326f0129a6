import { missingFields, type PeopleField, peopleFields } from '@shared/grids/peopleFields';
import type { ImportView } from '@shared/grids/workbookContract';
import { View } from '@tarojs/components';
import { Button, Card, Cells, Heading, Loading, Notice, Select } from '@/parts';
import { usePlainWords } from '@/words';
import type { Importing } from './useImport';
import { useColumnWords, useImportWords } from './words';

type Column = ImportView['columns'][number];

/** What the columns are, as guessed and as the office says, and which sheets are taken. */
export function Columns({ importing }: { importing: Importing }) {
  const words = useImportWords();
  const { view, isBusy, isNewLayout, toPreview, goTo } = importing;
  if (!view) return null;
  const layouts = [...new Set(view.columns.map(({ layout }) => layout))];
  return (
    <>
      <View className="under book-help">{layouts.length ? words.columnsHelp : words.noPeople}</View>
      {isNewLayout && <Notice kind="waiting">{words.newLayout}</Notice>}
      {view.sheets.length > 1 && <Sheets importing={importing} view={view} />}
      {layouts.map((layout) => (
        <Layout key={layout} layout={layout} view={view} importing={importing} />
      ))}
      {isBusy && <Loading />}
      <View className="foot">
        <View className="row">
          <Button kind="tint" label={words.back} onTap={() => goTo('file')} />
          <Button off={isBusy} label={isBusy ? words.busy : words.toPreview} onTap={() => void toPreview()} />
        </View>
      </View>
    </>
  );
}

interface Shown {
  importing: Importing;
  view: ImportView;
}

function Sheets({ importing, view }: Shown) {
  const words = useImportWords();
  const { wishes, setSheets } = importing;
  const used = wishes.sheets ?? view.sheets.flatMap(({ name, use }) => (use ? [name] : []));
  const toggle = (name: string) => {
    const next = used.includes(name) ? used.filter((other) => other !== name) : [...used, name];
    // Without any sheet there is nothing to read.
    if (next.length) setSheets(next);
  };
  return (
    <Card>
      <View className="book-sheets">
        <Cells
          label={words.sheets}
          value={used}
          onChange={toggle}
          options={view.sheets.map(({ name, rows }) => ({ value: name, label: words.sheet(name, rows) }))}
        />
      </View>
    </Card>
  );
}

function Layout({ layout, view, importing }: Shown & { layout: number }) {
  const words = useImportWords();
  const names = useColumnWords();
  const { wishes, setColumns } = importing;
  const sheets = view.sheets.filter((sheet) => sheet.layout === layout).map(({ name }) => name);
  const keyOf = ({ column }: Column) => `${sheets[0] ?? ''}!${column}`;
  const fieldOf = (column: Column): PeopleField | null => {
    const chosen = wishes.columns[keyOf(column)];
    return chosen === undefined ? column.field : chosen;
  };
  const columns = view.columns.filter((column) => column.layout === layout);
  const choose = (column: Column, value: string) => {
    const field = (value || null) as PeopleField | null;
    // A field is in one column: it leaves the one that had it.
    const others = columns.filter((other) => field && other !== column && fieldOf(other) === field);
    setColumns(Object.fromEntries([...others.map((other) => [keyOf(other), null]), [keyOf(column), field]]));
  };
  const wasMissing = view.missing.filter((one) => one.layout === layout);
  const missing = wasMissing.length
    ? missingFields(columns.map((column) => ({ field: fieldOf(column) })))
    : [];
  const options = peopleFields.map((field) => ({ value: field, label: names[field] }));
  return (
    <Card>
      {(view.sheets.length > 1 || layout > 0) && <Heading level={3}>{words.layout(sheets)}</Heading>}
      {missing.length > 0 && (
        <Notice kind="waiting">{words.missing(missing.map((field) => names[field]))}</Notice>
      )}
      <View className="book-columns">
        {columns.map((column) => (
          <View key={column.column}>
            <Select
              label={words.column(column.column, column.header)}
              value={fieldOf(column) ?? ''}
              onChange={(value) => choose(column, value)}
              options={options}
              blank={words.unused}
            />
            <Told column={column} isOwn={keyOf(column) in wishes.columns} />
          </View>
        ))}
      </View>
    </Card>
  );
}

/** Under a column: what stands in it, and where the guess comes from when not from its header. */
function Told({ column, isOwn }: { column: Column; isOwn: boolean }) {
  const words = useImportWords();
  const { aside } = usePlainWords();
  const { examples, from } = column;
  const source = words.from[isOwn ? 'caller' : (from ?? '')];
  return (
    <View className="help book-told">
      {examples.length ? words.examples(examples) : words.noExamples}
      {source && aside(source)}
    </View>
  );
}
