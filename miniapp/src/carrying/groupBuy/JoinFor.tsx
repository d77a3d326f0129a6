import type { GroupBuyView } from '@shared/requests/groupBuy';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { call } from '@/client/call';
import { Button, Card, Cells, Line, Notice, Page, Select } from '@/parts';
import { GroupBuyHead } from '@/requests/errands/GroupBuyHead';
import { useGroupBuyWords } from '@/requests/errands/groupBuyWords';
import { useGroupBuying } from '@/requests/errands/useGroupBuying';
import { DoorSearch } from '@/residents/change/DoorSearch';
import { useHomesAt } from '@/residents/useHomesAt';
import { useWatermark } from '@/worklist/useWatermark';
import { useStaffOrderWords } from '../order/words';

interface Asked {
  dwellingId: string;
  door: string;
  householdId: string;
  shares: string;
}
const nothingAsked: Asked = { dwellingId: '', door: '', householdId: '', shares: '' };

/** For a household that cannot tap: its door and how many shares; who wrote it down stands with it. */
export function JoinFor({ of, onDone }: { of: GroupBuyView; onDone(): void }) {
  const words = useGroupBuyWords();
  const watermark = useWatermark();
  const { choose, door: to, whichHome, nobody } = useStaffOrderWords();
  const [asked, ask] = useState(nothingAsked);
  const { dwellingId, door, householdId, shares } = asked;
  const [joined, setJoined] = useState('');
  const { send, show, recheck, codeOf, faultOf, refusal, isSending } = useGroupBuying();
  const homes = useHomesAt(dwellingId);
  const [only, ...more] = homes.options;
  const single = only && !more.length && !householdId ? only.value : '';
  // Where one household lives behind the door there is nothing to choose.
  useEffect(() => {
    if (single) ask((before) => ({ ...before, householdId: single }));
  }, [single]);
  const faultsOf = ({ householdId, shares }: Asked) => [
    ...(householdId ? [] : [{ path: 'householdId', code: 'required' as const }]),
    ...(shares ? [] : [{ path: 'shares', code: 'required' as const }]),
  ];
  const change = (changes: Partial<Asked>) => {
    const next = { ...asked, ...changes };
    ask(next);
    recheck(faultsOf(next));
  };
  const join = async () => {
    const found = faultsOf(asked);
    show(found);
    setJoined('');
    if (found.length) return;
    const body = { householdId, shares: Number(shares) };
    if (!(await send(() => call('joinGroupBuy', { params: { id: of.id }, body })))) return;
    setJoined(words.joinedFor(door, body.shares));
    ask(nothingAsked);
  };
  const options = Array.from({ length: of.mostShares + 1 }, (_, i) => ({
    value: String(i),
    label: i ? words.shares(i) : words.noShares,
  }));
  const doorFault = codeOf('householdId') === 'required' ? words.whichDoor : faultOf('householdId');
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
        <DoorSearch
          // The next door begins anew.
          key={joined}
          value={dwellingId}
          fault={dwellingId ? undefined : doorFault}
          onChange={(id, door) => change({ dwellingId: id, door, householdId: '' })}
        />
        {dwellingId && <Line label={to} value={door} />}
        {homes.options.length > 0 && (
          <Cells
            label={whichHome}
            whole
            value={householdId}
            onChange={(id) => change({ householdId: id })}
            fault={doorFault}
            options={homes.options}
          />
        )}
        {dwellingId && !homes.isLoading && homes.options.length === 0 && (
          <View className="under">{nobody}</View>
        )}
        <Select
          label={words.howManyFor}
          value={shares}
          onChange={(next) => change({ shares: next })}
          options={options}
          fault={codeOf('shares') === 'required' ? choose : faultOf('shares')}
        />
        <View className="help">{words.lastWord}</View>
      </Card>
      <Button kind="plain" label={words.back} onTap={onDone} />
    </Page>
  );
}
