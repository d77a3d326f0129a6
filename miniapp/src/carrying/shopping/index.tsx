import { groupBy } from '@shared/groupBy';
import { shopAreaNames, shopAreas } from '@shared/requests/shopAreas';
import { View } from '@tarojs/components';
import { useCallback, useMemo, useState } from 'react';
import { useOutbox } from '@/client/outbox';
import { type MergedList, useMergedList } from '@/client/queries/trips';
import { useSettings } from '@/client/settings';
import { useDraft } from '@/client/useDraft';
import { useEntry } from '@/client/useEntry';
import { useGrowing } from '@/client/useGrowing';
import { useSteady } from '@/client/useSteady';
import { Async, Card, Heading, Notice, Page, State } from '@/parts';
import { usePlainWords } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { PutOff } from '../PutOff';
import { useIsHelper } from '../useIsHelper';
import { Bought } from './Bought';
import { LineRow } from './LineRow';
import { withUnsent } from './unsentTicks';
import type { Line } from './useLineText';
import { useTicks } from './useTicks';
import { useShoppingWords } from './words';

const nothing: MergedList = { items: [], errands: [] };

/** One list for all doors, on the way through the shop; and what each door costs (domain, section 5). */
export default function Shopping() {
  const isReady = useEntry();
  const words = useShoppingWords();
  const watermark = useWatermark();
  const isHelper = useIsHelper();
  const asked = useMergedList(isReady);
  const { entries } = useOutbox();
  const list = useMemo(() => withUnsent(asked.data ?? nothing, entries), [asked.data, entries]);
  const { errands } = list;
  const [buying, setBuying] = useDraft('shopping:buying');
  // The answer for one door may come when the next is begun: that one stays open.
  const onOpen = useSteady((id: string, isOpen: boolean) => {
    if (isOpen) setBuying(id);
    else if (buying === id) setBuying('');
  });
  return (
    <Page isWide title={words.title} watermark={watermark}>
      <PutOff isReady={isReady && !isHelper} />
      <Async query={asked} empty={errands.length === 0 && <State icon="done" words={words.none} />}>
        <Lines list={list} />
        <Heading>{words.sums}</Heading>
        <View className="under">{words.sumsHelp}</View>
        {errands.map((of) => (
          <Bought
            key={of.requestId}
            of={of}
            left={leftFor(list, of.requestId)}
            isOpen={buying === of.requestId}
            onOpen={(isOpen) => onOpen(of.requestId, isOpen)}
          />
        ))}
      </Async>
    </Page>
  );
}

const leftFor = ({ items }: MergedList, id: string): number =>
  items.filter(({ doors }) => doors.some(({ requestId, as }) => requestId === id && as === null)).length;

const keyOf = ({ kind, item, more, unit }: Line): string => JSON.stringify([kind, item, more, unit]);

/** The lines area by area. A long list is drawn in slices: its beginning can be read and ticked at once. */
function Lines({ list }: { list: MergedList }) {
  const words = useShoppingWords();
  const plain = usePlainWords();
  const language = useSettings((settings) => settings.language);
  const { tick, refused, refusal } = useTicks(list);
  const [openKey, setOpen] = useState('');
  const onOpen = useCallback(
    (line: Line) => setOpen((before) => (before === keyOf(line) ? '' : keyOf(line))),
    [],
  );
  const onTick = useSteady(tick);
  const { items, errands } = list;
  const shown = useGrowing(items.length);
  const isLeft = ({ left }: Line) => left > 0;
  const areas = groupBy(items, ({ area }) => area);
  const drawn = groupBy(items.slice(0, shown), ({ area }) => area);
  return (
    <>
      <View className="title">{words.left(items.filter(isLeft).length, errands.length)}</View>
      <View className="help">{words.help}</View>
      {refusal && <Notice>{refusal}</Notice>}
      {refused.length > 0 && <Notice kind="waiting">{words.notTicked(plain.list(refused))}</Notice>}
      {shopAreaNames
        .filter((area) => drawn.has(area))
        .map((area) => (
          <View key={area}>
            <View className="sticky">
              <Heading>
                {words.area(shopAreas[area][language], areas.get(area)?.filter(isLeft).length ?? 0)}
              </Heading>
            </View>
            <Card>
              {drawn.get(area)?.map((line) => (
                <LineRow
                  key={keyOf(line)}
                  line={line}
                  isOpen={openKey === keyOf(line)}
                  onOpen={onOpen}
                  onTick={onTick}
                />
              ))}
            </Card>
          </View>
        ))}
    </>
  );
}
