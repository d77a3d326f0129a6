import { kindOf } from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { focusIn } from '@/client/focus';
import { isBrowser } from '@/client/send';
import { useSettings } from '@/client/settings';
import { Cells, Line, TextField } from '@/parts';
import { detailTexts } from '@/requests/errands/detailTexts';
import { PlainInput } from '@/requests/errands/KindFields';
import { useKindFault } from '@/requests/errands/orderWords';
import { detailsOf, rowsOf, textOf } from '@/requests/errands/typed';
import { useSaying } from '@/requests/errands/useSaying';
import { useKindWord } from '@/requests/errands/words';
import { asKind, kindKeys, kindOfKey, thingsOf, understood } from './form';
import type { DeskState } from './useDesk';
import { useDeskWords } from './words';

/** What is wanted: the kind by a key, its things in one line, and what else the kind asks for. */
export function Wanted(desk: DeskState) {
  const { written, write } = desk;
  const { kind } = written.order;
  const choose = (chosen: (typeof kindKeys)[number]['kind']) => {
    if (chosen !== kind) write(asKind(written, chosen));
    focusIn('desk-wanted');
  };
  return (
    <>
      <KindByKey {...desk} onChoose={choose} />
      {kind && (
        <View key={kind} className="desk-wanted">
          {thingsOf(kind) && <Things {...desk} />}
          <Plain {...desk} />
          <Beside {...desk} />
        </View>
      )}
    </>
  );
}

interface KindProps extends DeskState {
  onChoose(kind: (typeof kindKeys)[number]['kind']): void;
}

function KindByKey({ written, faults, onChoose }: KindProps) {
  const words = useDeskWords();
  const kindWord = useKindWord();
  const { kind } = written.order;
  const type = (typed: string) => {
    const chosen = kindOfKey(typed.slice(-1));
    if (chosen) onChoose(chosen);
  };
  const fault = faults.some(({ path }) => path === 'kind') ? words.chooseKey : undefined;
  return (
    <View className="desk-kind field">
      {isBrowser && (
        <View className="keyboard-only">
          <TextField
            key={kind}
            label={words.kindKey}
            max={2}
            value={kindKeys.find((one) => one.kind === kind)?.key ?? ''}
            onChange={type}
            onEnter={() => focusIn('desk-wanted')}
          />
        </View>
      )}
      <Cells
        label={words.kinds}
        value={kind}
        onChange={(chosen) => onChoose(chosen as (typeof kindKeys)[number]['kind'])}
        fault={fault}
        options={kindKeys.map(({ kind: value, key }) => ({
          value,
          label: isBrowser && key ? `${key} ${kindWord(value)}` : kindWord(value),
        }))}
      />
    </View>
  );
}

/** The things as they are written, and as they are understood. */
function Things({ written, write, enter, faults }: DeskState) {
  const words = useDeskWords();
  const say = useSaying();
  const language = useSettings((settings) => settings.language);
  const { kind } = written.order;
  const things = thingsOf(kind);
  const fields = kind ? kindOf(kind).fields : {};
  const kindFault = useKindFault(fields);
  if (!things) return null;
  const { name, field } = things;
  const order = understood(written);
  const rows = rowsOf(order.typed, name);
  const wrong = faults.find(({ path }) => path.startsWith(`details.${name}`));
  const [, , nth, inner = ''] = wrong?.path.split('.') ?? [];
  const label = [rows[Number(nth)]?.values.item, field.of[inner]?.label[language]].filter(Boolean).join(' ');
  const why = wrong && kindFault(wrong.path, wrong.code);
  const lines = detailTexts(fields, detailsOf(fields, order.typed), say).flatMap((text) => text.rows);
  return (
    <>
      <TextField
        label={words.things(field.label[language])}
        max={400}
        value={written.things}
        onChange={(typed) => write({ things: typed })}
        onEnter={enter}
        fault={why && (nth ? words.nth(Number(nth) + 1, label, why) : why)}
      />
      {lines.length > 0 && <View className="label">{words.understood}</View>}
      {lines.map(({ name: thing, more }, i) => (
        // Two things of one line may be alike.
        // biome-ignore lint/suspicious/noArrayIndexKey: they are drawn anew with the line.
        <Line key={`${thing} ${i}`} label={thing} value={more.join(' · ')} />
      ))}
    </>
  );
}

/** What the kind asks for beside its things. */
function Plain({ written, order, enter, faults }: DeskState) {
  const { kind, typed } = written.order;
  const fields = kind ? kindOf(kind).fields : {};
  const kindFault = useKindFault(fields);
  const faultOf = (path: string) => {
    const found = faults.find((one) => one.path === path);
    return found && kindFault(path, found.code);
  };
  return (
    <>
      {Object.entries(fields).map(
        ([name, field]) =>
          field.type !== 'rows' && (
            <PlainInput
              key={name}
              field={field}
              value={textOf(typed, name)}
              onChange={(value) => order({ typed: { ...typed, [name]: value } })}
              onEnter={enter}
              fault={faultOf(`details.${name}`)}
            />
          ),
      )}
    </>
  );
}

/** What every order may say beside its own fields. */
function Beside({ written, order, enter }: DeskState) {
  const words = useDeskWords();
  const { urgent, note } = written.order;
  return (
    <>
      <TextField
        label={words.note}
        max={200}
        value={note}
        onChange={(next) => order({ note: next })}
        onEnter={enter}
      />
      <Cells
        label={words.more}
        value={urgent}
        onChange={(chosen) => order({ urgent: chosen === urgent ? '' : 'yes' })}
        options={[{ value: 'yes', label: words.urgent }]}
      />
    </>
  );
}
