import type { GroupBuyView } from '@shared/requests/groupBuy';
import { View } from '@tarojs/components';
import { Button, Card, Notice, Page, Select } from '@/parts';
import { GroupBuyHead } from '@/requests/errands/GroupBuyHead';
import { useGroupBuyWords } from '@/requests/errands/groupBuyWords';
import { useWatermark } from '@/worklist/useWatermark';
import { WhichHome } from '../WhichHome';
import { useJoining } from './useJoining';

/** For a household that cannot tap: its door and how many shares; who wrote it down stands with it. */
export function JoinFor({ of, onDone }: { of: GroupBuyView; onDone(): void }) {
  const words = useGroupBuyWords();
  const watermark = useWatermark();
  const { asked, change, join, joined, faultIn, refusal, isSending } = useJoining(of);
  const options = Array.from({ length: of.mostShares + 1 }, (_, i) => ({
    value: String(i),
    label: i ? words.shares(i) : words.noShares,
  }));
  return (
    <Page
      title={words.joinFor}
      watermark={watermark}
      foot={<Button label={words.joinsFor} off={isSending} onTap={() => void join()} />}
    >
      {joined && <Notice kind="warm">{joined}</Notice>}
      {refusal && <Notice>{refusal}</Notice>}
      <Card>
        <GroupBuyHead of={of} />
      </Card>
      <Card>
        {/* The next door begins anew. */}
        <WhichHome key={joined} of={asked} onChange={change} fault={faultIn('householdId')} />
        <Select
          label={words.howManyFor}
          value={asked.shares}
          onChange={(shares) => change({ shares })}
          options={options}
          fault={faultIn('shares')}
        />
        <View className="help">{words.lastWord}</View>
      </Card>
      <Button kind="plain" label={words.back} onTap={onDone} />
    </Page>
  );
}
