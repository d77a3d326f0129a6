import type { Field, Fields, PlainField } from '@shared/requests/fields';
import { View } from '@tarojs/components';
import { useSettings } from '@/client/settings';
import { Button, Card, Cells, Heading, Link, TextField, TimeField } from '@/parts';
import { Fault } from '@/parts/fields';
import { useOrderWords } from './orderWords';
import { emptyRow, rowsOf, type Typed, type TypedRow, textOf } from './typed';

interface KindFieldsProps {
  fields: Fields;
  typed: Typed;
  onChange(changes: Typed): void;
  /** What is wrong at a path such as `details.lines.0.item`. */
  faultOf(path: string): string | undefined;
}

/** Everything a kind asks for, drawn from its own file: plain fields on one card, each line of several on its own. */
export function KindFields({ fields, typed, onChange, faultOf }: KindFieldsProps) {
  const entries = Object.entries(fields);
  const plain = entries.flatMap(([name, field]) => (field.type === 'rows' ? [] : [[name, field] as const]));
  return (
    <>
      {entries.map(
        ([name, field]) =>
          field.type === 'rows' && (
            <Rows
              key={name}
              field={field}
              rows={rowsOf(typed, name)}
              onChange={(rows) => onChange({ [name]: rows })}
              faultOf={(path) => faultOf(['details', name, path].filter(Boolean).join('.'))}
            />
          ),
      )}
      {plain.length > 0 && (
        <Card>
          {plain.map(([name, field]) => (
            <PlainInput
              key={name}
              field={field}
              value={textOf(typed, name)}
              onChange={(value) => onChange({ [name]: value })}
              fault={faultOf(`details.${name}`)}
            />
          ))}
        </Card>
      )}
    </>
  );
}

interface RowsProps {
  field: Extract<Field, { type: 'rows' }>;
  rows: TypedRow[];
  onChange(rows: TypedRow[]): void;
  faultOf(path: string): string | undefined;
}

/** Lines of the same sort. */
function Rows({ field, rows, onChange, faultOf }: RowsProps) {
  const words = useOrderWords();
  const language = useSettings((settings) => settings.language);
  const change = (id: string, values: Record<string, string>) =>
    onChange(rows.map((row) => (row.id === id ? { ...row, values: { ...row.values, ...values } } : row)));
  const wrong = faultOf('');
  return (
    <>
      <Heading>{field.label[language]}</Heading>
      {rows.map(({ id, values }, i) => (
        <Card key={id}>
          <View className="row between">
            <Heading level={3} look="title">
              {words.nth(i + 1)}
            </Heading>
            {rows.length > 1 && (
              <Link
                label={words.without(i + 1)}
                onTap={() => onChange(rows.filter((row) => row.id !== id))}
              />
            )}
          </View>
          {Object.entries(field.of).map(([name, of]) => (
            <PlainInput
              key={name}
              field={of}
              value={values[name] ?? ''}
              onChange={(value) => change(id, { [name]: value })}
              fault={faultOf(`${i}.${name}`)}
            />
          ))}
        </Card>
      ))}
      {wrong && <Fault text={wrong} />}
      {rows.length < field.most && (
        <Button kind="plain" label={words.another} onTap={() => onChange([...rows, emptyRow()])} />
      )}
    </>
  );
}

interface PlainInputProps {
  field: PlainField;
  value: string;
  onChange(value: string): void;
  fault: string | undefined;
  /** Where a form is filled in by the keyboard alone. */
  onEnter?: () => void;
}

/** One field by its type; nothing is filled in or chosen before. */
export function PlainInput({ field, value, onChange, fault, onEnter }: PlainInputProps) {
  const words = useOrderWords();
  const language = useSettings((settings) => settings.language);
  const own = field.label[language];
  const named = field.type === 'money' ? words.inYuan(own) : own;
  const props = { label: field.optional ? words.optional(named) : named, value, onChange, fault };
  const typing = onEnter ? { onEnter } : {};
  switch (field.type) {
    case 'text':
      return <TextField {...props} {...typing} max={field.most} />;
    case 'number':
      return <TextField {...props} {...typing} type="number" max={6} />;
    case 'money':
      return <TextField {...props} {...typing} type="digit" max={10} />;
    case 'moment':
      return <TimeField {...props} dayLabel={words.day} timeLabel={words.time} isAheadAllowed isFarAllowed />;
    case 'yesNo':
      return (
        <Cells
          {...props}
          halves
          options={(['yes', 'no'] as const).map((name) => ({ value: name, label: words[name] }))}
        />
      );
    case 'choice':
      return (
        <Cells
          {...props}
          halves
          options={Object.entries(field.of).map(([name, of]) => ({ value: name, label: of[language] }))}
          // A tap on what is chosen takes an optional choice back.
          onChange={(chosen) => onChange(field.optional && chosen === value ? '' : chosen)}
        />
      );
  }
}
