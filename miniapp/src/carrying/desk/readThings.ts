import { halfWidth } from '@shared/halfWidth';
import type { PlainField } from '@shared/requests/fields';
import type { Shopping } from '@shared/requests/shopAreas';

type Of = Readonly<Record<string, PlainField>>;
type Values = Record<string, string>;

const numerals = '零一二三四五六七八九';
/** What things are counted in; only before these a word such as 两 is a number. */
const units =
  '公斤|千克|斤|两|克|kg|g|升|毫升|瓶|盒|袋|包|箱|板|桶|罐|听|把|根|条|块|个|只|颗|头|尾|串|份|棵|卷|提|支|件|双|对|筐|打|束|片|碗';
const spelt = '[一二两三四五六七八九十]+';
const figures = String.raw`\d+(?:\.\d+)?`;

/** `鸡蛋 2 板`, `鸡蛋两板`: the last number, and after it what it counts. */
const numberLast = new RegExp(
  String.raw`^(?<item>.*?\D)(?<count>${figures})\s*(?<unit>[^\d\s]*)$|^(?<item2>.+?)\s*(?<count2>${spelt})\s*(?<unit2>${units})$`,
  'i',
);
/** `2斤青菜`. */
const numberFirst = new RegExp(
  String.raw`^(?<count>${figures}|${spelt})\s*(?<unit>${units})\s*(?<item>\D+)$`,
  'i',
);
const mayDiffer = /[\s(]*(?:可以?换|能换|换也行|可替)\)?$/;

/** What is written of several things in one line, such as `鸡蛋 2 板，青菜两斤 可换`: a line each, as it is understood. */
export const readThings = (written: string, of: Of, names: Shopping): Values[] =>
  halfWidth(written)
    .split(/[,、;。\n]+/)
    .map((piece) => piece.trim())
    .filter(Boolean)
    .map((piece) => readThing(piece, of, names));

/** Nothing is made up: what cannot be read is left out, and the form says that it is missing. */
function readThing(piece: string, of: Of, { item, more, quantity, unit }: Shopping): Values {
  const bare = piece.replace(mayDiffer, '');
  const { thing, count, counted } = counts(bare);
  const [name = '', ...rest] = more ? thing.split(/\s+/) : [thing];
  return {
    ...(item && name && { [item]: name }),
    ...(more && rest.length > 0 && { [more]: rest.join(' ') }),
    ...(quantity && count && { [quantity]: count }),
    ...(unit && counted && { [unit]: counted }),
    // Who says nothing of it wants just that.
    ...('substitute' in of && { substitute: bare === piece ? 'no' : 'yes' }),
  };
}

function counts(text: string): { thing: string; count: string; counted: string } {
  const last = numberLast.exec(text)?.groups;
  const first = last ? undefined : numberFirst.exec(text)?.groups;
  const found = last ?? first;
  if (!found) return { thing: text.trim(), count: '', counted: '' };
  return {
    thing: (found.item ?? found.item2 ?? '').trim(),
    count: inFigures(found.count ?? found.count2 ?? ''),
    counted: (found.unit ?? found.unit2 ?? '').trim(),
  };
}

/** 两 → 2, 十二 → 12, 二十 → 20. */
function inFigures(count: string): string {
  if (/^\d/.test(count)) return count;
  const digit = (word: string) => (word === '两' ? 2 : numerals.indexOf(word));
  if (!count.includes('十')) return count.length === 1 ? String(digit(count)) : count;
  const [tens = '', ones = ''] = count.split('十');
  return String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0));
}
