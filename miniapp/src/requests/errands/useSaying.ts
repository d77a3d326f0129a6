import { useSettings } from '@/client/settings';
import { useMomentText } from '@/words';
import type { Saying } from './detailTexts';
import { useErrandWords } from './words';
import { yuanText } from './yuan';

/** Values of fields in the language of the screen. */
export function useSaying(): Saying {
  const words = useErrandWords();
  const language = useSettings((settings) => settings.language);
  return {
    word: (of) => of[language],
    money: yuanText,
    moment: useMomentText(),
    yesNo: (yes) => (yes ? words.yes : words.no),
    says: words.says,
  };
}
