import type { MeView } from '@shared/accounts/contract';
import { standOf } from '@shared/schedules/collections';
import { dayOf, inBeijing } from '@shared/time';
import { View } from '@tarojs/components';
import { useMay } from '@/client/acting';
import { now } from '@/client/clock';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useErrands } from '@/client/queries/errands';
import { useHomeCases } from '@/client/queries/homeCases';
import { useOwnTrash } from '@/client/queries/trash';
import { Button, Card, Heading, Line, Link } from '@/parts';
import { CaseLine } from '@/requests/CaseLine';
import { ErrandChip } from '@/requests/errands/ErrandSummary';
import { useKindWord } from '@/requests/errands/words';
import { useResidentWords } from '../words';
import { RunningLow } from './RunningLow';

const shownAtMost = 3;

/** Help for the household: the way to ask for it, and how what was asked for stands. */
export function Errands({ household }: { household: NonNullable<MeView['household']> }) {
  const words = useResidentWords();
  const kindWord = useKindWord();
  const mayOrder = useMay('order');
  const mayRaise = useMay('report');
  const raised = useHomeCases(mayRaise ? household.id : '', true).data?.pages[0]?.items ?? [];
  const going = useErrands(mayOrder, { householdId: household.id, open: 'true' });
  const trash = useOwnTrash(household.id, dayOf(now())).data;
  if (!mayOrder && !mayRaise) return null;
  const errands = going.data?.pages[0]?.items ?? [];
  return (
    <>
      <RunningLow householdId={household.id} />
      <Card>
        <Heading look="title">{words.help}</Heading>
        {errands.length + raised.length === 0 && <View className="under">{words.helpWith}</View>}
        <View>
          {trash && (
            <Line
              label={words.trash}
              value={words.trashStands[standOf(trash)](inBeijing(trash.dueAt).format('HH:mm'))}
              onTap={() => open(pages.errands)}
            />
          )}
          {raised.slice(0, shownAtMost).map((one) => (
            <CaseLine key={one.id} of={one} />
          ))}
          {errands.slice(0, shownAtMost).map((errand) => (
            <Line
              key={errand.id}
              label={kindWord(errand.kind)}
              value={<ErrandChip of={errand} />}
              onTap={() => open(pages.errand, { id: errand.id })}
            />
          ))}
        </View>
        <Button kind="tint" icon="bag" label={words.askHelp} onTap={() => open(pages.order)} />
        <Link label={words.helpAsked} onTap={() => open(pages.errands)} />
      </Card>
    </>
  );
}
