import type { ErrandView } from '@shared/requests/errandView';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAllHeld } from '@/client/queries/errands';
import { useDraft } from '@/client/useDraft';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Chip, Line, Notice, Page, State } from '@/parts';
import { ErrandChip } from '@/requests/errands/ErrandSummary';
import { useKindWord } from '@/requests/errands/words';
import { useWatermark } from '@/worklist/useWatermark';
import { Carrier } from '../Colleague';
import { useCarryingWords } from '../words';
import { useHandingAll } from './useHandingAll';

/** The shift is over: everything that I hold goes to one colleague by name. */
export default function Shift() {
  const isReady = useEntry();
  const words = useCarryingWords();
  const watermark = useWatermark();
  const held = useAllHeld(isReady);
  const [accountId, setAccount] = useDraft('shift:to');
  const [isTried, setTried] = useState(false);
  const { handing, giveAll } = useHandingAll();
  const items = held.data ?? [];
  const isGiving = handing.state === 'giving';
  const give = () => {
    setTried(true);
    if (accountId && items.length) void giveAll(items, accountId, words.shiftReason);
  };
  const refused = Object.keys(handing.refused).length;
  return (
    <Page
      isWide
      title={words.shiftTitle}
      watermark={watermark}
      foot={
        items.length > 0 && (
          <Button
            label={isGiving ? words.giving(handing.tried, items.length) : words.giveAll(items.length)}
            off={!accountId || isGiving}
            onTap={give}
          />
        )
      }
    >
      {handing.state === 'over' && handing.given > 0 && (
        <Notice kind="warm">{words.given(handing.given, handing.to)}</Notice>
      )}
      {handing.state === 'over' && refused > 0 && <Notice>{words.notGiven(refused)}</Notice>}
      <Async query={held} empty={items.length === 0 && <State icon="done" words={words.noneMine} />}>
        <Card>
          <Carrier
            id={items[0]?.id ?? ''}
            value={accountId}
            onChange={setAccount}
            fault={isTried && !accountId ? words.choose : undefined}
          />
          <View className="help">{words.shiftHelp}</View>
        </Card>
        <Card>
          {items.map((one) => (
            <Held key={one.id} of={one} refused={handing.refused[one.id]} />
          ))}
        </Card>
      </Async>
    </Page>
  );
}

function Held({ of, refused }: { of: ErrandView; refused: string | undefined }) {
  const kindWord = useKindWord();
  return (
    <Line
      label={
        <>
          <View className="title">
            {of.door} · {kindWord(of.kind)}
          </View>
          <ErrandChip of={of} />
          {refused && <Chip kind="bad" label={refused} />}
        </>
      }
    />
  );
}
