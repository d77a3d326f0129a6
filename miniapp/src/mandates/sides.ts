import { useMandateWords } from './words';

/** From which side it is seen: by the household itself, or by staff who write down what they were told. */
export interface Side {
  what: string;
  none: string;
  head: string;
  give: string;
  given: string;
  who: string;
  may: string;
  ends: { label: string; question: string; yes: string };
}

export function useSides(): { own: Side; staff: Side } {
  const words = useMandateWords();
  return {
    own: {
      what: words.what,
      none: words.none,
      head: words.giveHead,
      give: words.give,
      given: words.given,
      who: words.who,
      may: words.may,
      ends: { label: words.takeBack, question: words.takeBackAsk, yes: words.takeBackYes },
    },
    staff: {
      what: words.staffWhat,
      none: words.staffNone,
      head: words.staffGive,
      give: words.note,
      given: words.noted,
      who: words.theirWho,
      may: words.theirMay,
      ends: { label: words.end, question: words.staffEndAsk, yes: words.endYes },
    },
  };
}
