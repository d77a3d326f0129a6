import type { ErrandView } from '@shared/requests/errandView';
import { View } from '@tarojs/components';
import { useClock } from '@/client/useClock';
import { Button, Card, Chip, Heading, spoken } from '@/parts';
import { ErrandChip } from '@/requests/errands/ErrandSummary';
import type { ErrandActing } from '@/requests/errands/useErrandActing';
import { useSoFar } from '@/requests/errands/useSoFar';
import { useMomentText } from '@/words';
import { useHelpWords } from '../words';

/** How it stands, until when it is promised, or when it ended. */
export function Head({ of }: { of: ErrandView }) {
  const words = useHelpWords();
  const soFar = useSoFar();
  const headOf = useHeadOf();
  const at = useClock();
  const isLate = !of.closedAt && !of.deliveredAt && at > new Date(of.dueAt);
  return (
    <Card>
      <View className="row wrap spaced">
        <ErrandChip of={of} />
        {isLate && <Chip kind="warn" label={words.late} />}
      </View>
      <Heading look="title">{headOf(of)}</Heading>
      {!of.closedAt && <View className="under">{soFar(of)}</View>}
    </Card>
  );
}

function useHeadOf(): (of: ErrandView) => string {
  const words = useHelpWords();
  const momentText = useMomentText();
  return ({ state, closedAt, deliveredAt, dueAt }) => {
    if (state === 'cancelled') return words.cancelledAt(closedAt ? momentText(closedAt) : '');
    if (state === 'closed') return words.closedAt(closedAt ? momentText(closedAt) : '');
    return deliveredAt ? words.deliveredAt(momentText(deliveredAt)) : words.promised(momentText(dueAt));
  };
}

/** Said at the door by the household, who alone sees it: in large figures while somebody is on the way. */
export function DoorCode({ of: { state, doorCode } }: { of: ErrandView }) {
  const words = useHelpWords();
  if (state !== 'onTheWay' || !doorCode) return null;
  const figures = [...doorCode].join(' ');
  return (
    <View className="card measure">
      <View className="label">{words.code}</View>
      <View className="figure" {...spoken({ role: 'status', label: `${words.code} ${figures}` })}>
        {figures}
      </View>
      <View className="help">{words.codeHelp}</View>
    </View>
  );
}

/** Something is not to be had: what then. */
export function Question({ of: { question }, acting }: { of: ErrandView; acting: ErrandActing }) {
  const words = useHelpWords();
  const { act, isSending } = acting;
  const answer = (yes: boolean) => void act('answer', { yes });
  return (
    <Card kind="waiting">
      <Heading look="title">{question}</Heading>
      <View className="help">{words.questionHelp}</View>
      <View className="row pair">
        <Button kind="plain" label={words.no} off={isSending} onTap={() => answer(false)} />
        <Button label={words.yes} off={isSending} onTap={() => answer(true)} />
      </View>
    </Card>
  );
}
