import type { ErrandView } from '@shared/requests/errandView';
import { errandKindOf } from '@shared/requests/kinds';
import { type PaymentView, paymentMethods } from '@shared/requests/payment';
import { View } from '@tarojs/components';
import { useErrandPayments } from '@/client/queries/payments';
import { useDraft } from '@/client/useDraft';
import { Button, Card, Chip, Heading, Link, Notice, TextField } from '@/parts';
import { useMomentText } from '@/words';
import { useMoneyWords } from './moneyWords';
import { usePaying } from './usePaying';
import { yuanText } from './yuan';

/** What was laid out in the shop for an errand, and whether it was given back, for both sides. */
export function ErrandPayments({ of }: { of: ErrandView }) {
  // Somebody may have laid something out although it never came to this errand.
  const payments = useErrandPayments(errandKindOf(of.kind).isBought ? of.id : '').data ?? [];
  return (
    <>
      {payments.map((payment) => (
        <Payment key={payment.id} of={payment} />
      ))}
    </>
  );
}

const moods = { owed: 'warn', settled: 'info', confirmed: 'ok', disputed: 'bad', waived: '' } as const;

/** One sum, how it stands, and what may be done about it. */
export function Payment({ of }: { of: PaymentView }) {
  const words = useMoneyWords();
  const momentText = useMomentText();
  const paying = usePaying();
  const { settled, payer, amountFen, state, paidAt } = of;
  const may = (action: PaymentView['actions'][number]) => of.actions.includes(action);
  return (
    <Card kind={state === 'disputed' ? 'waiting' : ''}>
      <View className="row between">
        <Heading look="title">
          {words.heading} {yuanText(amountFen)}
        </Heading>
        <Chip kind={moods[state]} label={words.states[state]} />
      </View>
      <View className="help">{words.laidOut(payer.name, momentText(paidAt))}</View>
      {settled && (
        <View className="help">
          {words.settledBy(words.methods[settled.method], settled.by, momentText(settled.at))}
        </View>
      )}
      {of.objection && <View className="under">{of.objection}</View>}
      {paying.refusal && <Notice kind="waiting">{paying.refusal}</Notice>}
      {may('confirm') && (
        <>
          <View className="under">{words.asks(yuanText(amountFen))}</View>
          <Button kind="tint" label={words.does.confirm} onTap={() => void paying.act(of, 'confirm')} />
        </>
      )}
      {may('settle') &&
        paymentMethods.map((method) => (
          <Button
            key={method}
            kind="tint"
            label={words.settle[method]}
            onTap={() => void paying.settle([of], method)}
          />
        ))}
      {may('object') && state === 'settled' && <Why of={of} action="object" paying={paying} />}
      {may('waive') && <Why of={of} action="waive" paying={paying} />}
    </Card>
  );
}

interface WhyProps {
  of: PaymentView;
  action: 'object' | 'waive';
  paying: ReturnType<typeof usePaying>;
}

/** What needs a reason: opened by a tap, and kept on the phone until it was sent. */
function Why({ of, action, paying }: WhyProps) {
  const words = useMoneyWords();
  const [asked, ask] = useDraft<'yes'>(`payment:${of.id}:${action}`);
  const [reason, write] = useDraft(`payment:${of.id}:${action}:why`);
  if (!asked) return <Link label={words.does[action]} onTap={() => ask('yes')} />;
  const send = async () => {
    if (!reason.trim()) return paying.show([{ path: 'reason', code: 'required' }]);
    if (await paying.act(of, action, reason)) ask('');
  };
  return (
    <>
      <TextField
        label={words.why[action]}
        value={reason}
        max={200}
        onChange={write}
        fault={paying.faultOf('reason')}
      />
      <Button kind="plain" label={words.back} onTap={() => ask('')} />
      <Button kind="tint" label={action === 'object' ? words.save : words.waive} onTap={() => void send()} />
    </>
  );
}
