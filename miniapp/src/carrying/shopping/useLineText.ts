import { errandKindOf } from '@shared/requests/kinds';
import type { MergedList } from '@/client/queries/trips';
import { useSettings } from '@/client/settings';
import { valueText } from '@/requests/errands/detailTexts';
import { useSaying } from '@/requests/errands/useSaying';
import { useKindWord } from '@/requests/errands/words';

export type Line = MergedList['items'][number];

/** What a line of the list is called, and how much of it: in the language of the screen. */
export function useLineText() {
  const language = useSettings((settings) => settings.language);
  const kindWord = useKindWord();
  const say = useSaying();
  return {
    name({ kind, item, more }: Line): string {
      const { shopping, fields } = errandKindOf(kind);
      const rows = shopping?.rows ? fields[shopping.rows] : undefined;
      const own = rows?.type === 'rows' ? rows.of : fields;
      const field = shopping?.item ? own[shopping.item] : undefined;
      const isPlain = field !== undefined && field.type !== 'rows';
      const name = item === null ? kindWord(kind) : isPlain ? valueText(field, item, say) : item;
      return more ? `${name} ${more}` : name;
    },
    amount({ kind, unit }: Line, quantity: number): string {
      return `${quantity} ${unit ?? errandKindOf(kind).shopping?.counts?.[language] ?? ''}`.trim();
    },
  };
}
