import { groupBy } from '@shared/groupBy';
import { type PaymentView, paymentMethods } from '@shared/requests/payment';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useOpenPayments } from '@/client/queries/payments';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Chip, Heading, Line, Notice, Page, State } from '@/parts';
import { Payment } from '@/requests/errands/ErrandPayments';
import { useMoneyWords } from '@/requests/errands/moneyWords';
import { usePaying } from '@/requests/errands/usePaying';
import { useKindWord } from '@/requests/errands/words';
import { yuanText } from '@/requests/errands/yuan';
import { useWatermark } from '@/worklist/useWatermark';

const sumOf = (payments: PaymentView[]): string =>
  yuanText(payments.reduce((sum, { amountFen }) => sum + amountFen, 0));

/** What one has laid out, household by household, until each agrees that it gave it back; or what is open of one household, for whoever answers for it. */
export default function Money() {
  const isReady = useEntry();
  const words = useMoneyWords();
  const watermark = useWatermark();
  const { householdId = '' } = useRouter().params;
  const list = useOpenPayments(householdId, isReady);
  const all = list.data ?? [];
  return (
    <Page title={words.title} watermark={watermark}>
      <Async query={list} empty={all.length === 0 && <State icon="done" words={words.none} />}>
        {householdId ? <OneHome payments={all} /> : <Homes payments={all} />}
      </Async>
    </Page>
  );
}

function Homes({ payments: all }: { payments: PaymentView[] }) {
  const words = useMoneyWords();
  const homes = [...groupBy(all, ({ householdId }) => householdId).values()];
  return (
    <>
      <Heading>{words.total(sumOf(all))}</Heading>
      <View className="help">{words.not}</View>
      {homes.map((payments) => (
        <Home key={payments[0]?.householdId} payments={payments} />
      ))}
    </>
  );
}

/** Every sum by itself, with what the household says and what may be done about it. */
function OneHome({ payments }: { payments: PaymentView[] }) {
  const words = useMoneyWords();
  return (
    <>
      <Heading look="door">{payments[0]?.door}</Heading>
      <View className="help">{words.not}</View>
      {payments.map((one) => (
        <Payment key={one.id} of={one} />
      ))}
    </>
  );
}

function Home({ payments }: { payments: PaymentView[] }) {
  const words = useMoneyWords();
  const kindWord = useKindWord();
  const { settle, refusal } = usePaying();
  const due = payments.filter(({ actions }) => actions.includes('settle'));
  return (
    <Card>
      <Heading look="door">{payments[0]?.door}</Heading>
      {payments.map((one) => (
        <Line
          key={one.id}
          label={`${kindWord(one.kind)} ${yuanText(one.amountFen)}`}
          value={
            <Chip
              kind={one.state === 'disputed' ? 'bad' : one.state === 'owed' ? 'warn' : 'info'}
              label={one.state === 'settled' ? words.waits : words.states[one.state]}
            />
          }
          onTap={() => open(pages.staffErrand, { id: one.requestId })}
        />
      ))}
      {refusal && <Notice kind="waiting">{refusal}</Notice>}
      {due.length > 0 && (
        <>
          <View className="under">{words.all(sumOf(due))}</View>
          {paymentMethods.map((method) => (
            <Button
              key={method}
              kind="tint"
              label={words.settle[method]}
              onTap={() => void settle(due, method)}
            />
          ))}
        </>
      )}
    </Card>
  );
}
