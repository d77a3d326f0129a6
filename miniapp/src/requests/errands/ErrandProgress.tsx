import { objectWithinMinutes } from '@shared/requests/errandTimes';
import type { ErrandView } from '@shared/requests/errandView';
import { errandKindOf } from '@shared/requests/kinds';
import { addMinutes } from '@shared/time';
import { type StepProps, Steps } from '@/parts';
import { Photos } from '@/photos/Photos';
import { useMomentText } from '@/words';
import { goingOn, type Happened, happenedTo } from './soFar';
import { useGoingOnWord, useWhoWord } from './useSoFar';
import { useErrandWords } from './words';
import { yuanText } from './yuan';

/** What happened, by whom and when; what is going on, and what comes. The truth at every moment, from the history. */
export function ErrandProgress({ of }: { of: ErrandView }) {
  const words = useErrandWords();
  const told = useTold();
  const going = useGoing();
  const isAhead = of.state !== 'delivered' && of.state !== 'closed' && of.state !== 'cancelled';
  const momentText = useMomentText();
  const next: StepProps = {
    title: errandKindOf(of.kind).isBought ? words.toBeDelivered : words.toBeDone,
    note: words.by(momentText(of.dueAt)),
    state: 'next',
  };
  return <Steps steps={[...happenedTo(of).map(told), ...going(of), ...(isAhead ? [next] : [])]} />;
}

function useTold(): (step: Happened) => StepProps {
  const words = useErrandWords();
  const momentText = useMomentText();
  const whoWord = useWhoWord();
  return ({ action, at, by, text, result, amountFen, evidence, fileIds, rung }) => ({
    title: [
      (rung && words.rungs[rung]) || words.steps[action],
      result && words.results[result],
      amountFen !== null && yuanText(amountFen),
    ]
      .filter(Boolean)
      .join(' '),
    note: [
      [momentText(at), by && whoWord(by)].filter(Boolean).join(' '),
      text,
      evidence && words.evidences[evidence],
    ]
      .filter(Boolean)
      .join(' · '),
    // What it was ordered with stands with what is wanted.
    below: action !== 'place' && (
      <Photos ids={fileIds} label={action === 'buy' ? words.receipt : words.atTheDoor} />
    ),
    state: 'done',
  });
}

function useGoing(): (of: ErrandView) => StepProps[] {
  const words = useErrandWords();
  const momentText = useMomentText();
  const goingOnWord = useGoingOnWord();
  return (of) => {
    const going = goingOn(of);
    if (!going) return [];
    const { holder, responsible, question, goodsAt, nextTryAt, deliveredAt } = of;
    const until = deliveredAt && addMinutes(deliveredAt, objectWithinMinutes).toISOString();
    const notes: Partial<Record<typeof going, string | null>> = {
      question,
      waitsForCarrier: goodsAt && words.goods(goodsAt),
      again: nextTryAt && words.comesAgain(momentText(nextTryAt)),
      confirming: until && words.objectable(momentText(until)),
    };
    const who = holder ? holder.name : words.answersFor(responsible.name);
    return [{ title: goingOnWord(going), note: notes[going] ?? who, state: 'now' }];
  };
}
