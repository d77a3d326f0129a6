import type { ReturnView } from '@shared/returns/view';
import { View } from '@tarojs/components';
import { Card, Chip, Heading } from '@/parts';
import { useWorkerWords } from '../words';

/** What somebody else told, and why another community did not take it: both for staff only. */
export function Told({ one: { tip, handover } }: { one: ReturnView }) {
  const words = useWorkerWords();
  return (
    <>
      {tip && (
        <Card kind="waiting">
          <Chip kind="info" label={words.tip} />
          <Heading level={3} look="title">
            {words.tipBy[tip.relation]}
          </Heading>
          <View>{tip.note}</View>
        </Card>
      )}
      {handover?.refused && (
        <Card kind="waiting">
          <Chip kind="warn" label={words.refusedBy(handover.communityName)} />
          <View>{handover.refused}</View>
        </Card>
      )}
    </>
  );
}
