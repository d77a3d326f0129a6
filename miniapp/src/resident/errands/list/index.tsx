import { View } from '@tarojs/components';
import { useMay } from '@/client/acting';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useMe } from '@/client/queries';
import { useErrands } from '@/client/queries/errands';
import { useGroupBuys } from '@/client/queries/groupBuys';
import { useHomeCases } from '@/client/queries/homeCases';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Heading, Line, Page, State } from '@/parts';
import { CaseLine } from '@/requests/CaseLine';
import { ErrandSummary } from '@/requests/errands/ErrandSummary';
import { useSoFar } from '@/requests/errands/useSoFar';
import { useKindWord } from '@/requests/errands/words';
import { Nobody } from '../Nobody';
import { Trash } from '../Trash';
import { useHelpWords } from '../words';

/** What the household has asked for: what is being done, then what was before. */
export default function Errands() {
  useEntry();
  const words = useHelpWords();
  const me = useMe();
  const mayOrder = useMay('order');
  const mayRaise = useMay('report');
  const householdId = ((mayOrder || mayRaise) && me.data?.household?.id) || '';
  return (
    <Page
      title={words.ours}
      foot={householdId && <Button icon="bag" label={words.ask} onTap={() => open(pages.order)} />}
    >
      <Async query={me} empty={!householdId && <Nobody isNew={!me.data?.household} />}>
        <Trash householdId={householdId} />
        {mayOrder && <Together householdId={householdId} />}
        {mayRaise && <Raised householdId={householdId} />}
        {mayOrder && <Ours householdId={householdId} />}
      </Async>
    </Page>
  );
}

/** What can be joined at the moment, if anything. */
function Together({ householdId }: { householdId: string }) {
  const words = useHelpWords();
  const joinable = useGroupBuys(householdId !== '', true).data ?? [];
  if (!joinable.length) return null;
  return (
    <Card>
      <Line label={words.together(joinable.length)} onTap={() => open(pages.groupBuys)} />
    </Card>
  );
}

/** What needed somebody: what is looked after, then what is over. */
function Raised({ householdId }: { householdId: string }) {
  const words = useHelpWords();
  const cases = useHomeCases(householdId, false);
  const items = cases.data?.pages.flatMap((page) => page.items) ?? [];
  const inOrder = [...items].sort((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'));
  return (
    <Async query={cases}>
      {items.length > 0 && (
        <>
          <Heading>{words.raisedOnes}</Heading>
          <Card>
            {inOrder.map((one) => (
              <CaseLine key={one.id} of={one} />
            ))}
          </Card>
        </>
      )}
      {cases.hasNextPage && (
        <Button kind="plain" label={words.more} onTap={() => void cases.fetchNextPage()} />
      )}
    </Async>
  );
}

function Ours({ householdId }: { householdId: string }) {
  const words = useHelpWords();
  const going = useErrands(householdId !== '', { householdId, open: 'true' });
  const all = useErrands(householdId !== '', { householdId });
  const kindWord = useKindWord();
  const soFar = useSoFar();
  const current = going.data?.pages.flatMap(({ items }) => items) ?? [];
  const past = (all.data?.pages.flatMap(({ items }) => items) ?? []).filter(({ closedAt }) => closedAt);
  const isNothing = current.length === 0 && past.length === 0;
  const look = (id: string) => open(pages.errand, { id });
  return (
    <>
      <Async query={going}>
        {current.length > 0 && <Heading>{words.open}</Heading>}
        {current.map((errand) => (
          <ErrandSummary key={errand.id} of={errand}>
            <Button kind="tint" label={words.look} onTap={() => look(errand.id)} />
          </ErrandSummary>
        ))}
        {going.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void going.fetchNextPage()} />
        )}
      </Async>
      {!going.error && (
        <Async query={all} empty={isNothing && <State icon="bag" words={words.none} />}>
          {past.length > 0 && (
            <>
              <Heading>{words.past}</Heading>
              <Card>
                {past.map((errand) => (
                  <Line
                    key={errand.id}
                    label={
                      <>
                        <View>{kindWord(errand.kind)}</View>
                        <View className="help">{soFar(errand)}</View>
                      </>
                    }
                    onTap={() => look(errand.id)}
                  />
                ))}
              </Card>
            </>
          )}
          {all.hasNextPage && (
            <Button kind="plain" label={words.more} onTap={() => void all.fetchNextPage()} />
          )}
        </Async>
      )}
    </>
  );
}
