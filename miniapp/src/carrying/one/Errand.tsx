import type { ErrandView } from '@shared/requests/errandView';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useSession } from '@/client/session';
import { forgetDrafts, useDraft } from '@/client/useDraft';
import { Button, Card, Chip, Heading, Line, Link, Notice, Page } from '@/parts';
import { ErrandDetails } from '@/requests/errands/ErrandDetails';
import { ErrandPayments } from '@/requests/errands/ErrandPayments';
import { ErrandProgress } from '@/requests/errands/ErrandProgress';
import { ErrandChip } from '@/requests/errands/ErrandSummary';
import { useErrandWords, useKindWord } from '@/requests/errands/words';
import { WhoAnswersFor } from '@/requests/WhoAnswersFor';
import { useMomentText, usePlainWords } from '@/words';
import { DueChip } from '@/worklist/DueChip';
import { type Carrying, isKept, useCarrying } from '../useCarrying';
import { useIsHelper } from '../useIsHelper';
import { type StaffAction, useCarryingWords } from '../words';
import { AskForm } from './AskForm';
import { BuyForm } from './BuyForm';
import { CallHome } from './CallHome';
import { CancelForm } from './CancelForm';
import { DeclineForm } from './DeclineForm';
import { DeliverForm } from './DeliverForm';
import { draftOf, type FormProps } from './formProps';
import { HandOverForm, ReassignForm } from './GiveForm';
import { NobodyHomeForm } from './NobodyHomeForm';
import { ObjectForm } from './ObjectForm';
import { PassForm } from './PassForm';

/** The steps that need something to be filled in. */
const forms: Partial<Record<StaffAction, (props: FormProps) => ReactNode>> = {
  ask: AskForm,
  buy: BuyForm,
  pass: PassForm,
  deliver: DeliverForm,
  nobodyHome: NobodyHomeForm,
  decline: DeclineForm,
  handOver: HandOverForm,
  reassign: ReassignForm,
  cancel: CancelForm,
  object: ObjectForm,
};
/** The one next step is the first of these that may be taken; then come the others, in this order. */
const firsts: readonly StaffAction[] = ['accept', 'buy', 'leave', 'deliver', 'vouch', 'reassign'];
const others: readonly StaffAction[] = [
  ...(['ask', 'nobodyHome', 'pass', 'handOver', 'reassign', 'decline', 'ring', 'object', 'cancel'] as const),
];

/** One errand: how it stands, the next step, and everything that was said and done. */
export function Errand({ of, watermark }: { of: ErrandView; watermark: string }) {
  const words = useCarryingWords();
  const plain = usePlainWords();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const [begun, begin] = useDraft<StaffAction>(`step:${of.id}`);
  const { act, isSending, isPutOff, waiting, refusal, faultOf, recheck } = useCarrying(of);
  const may = (action: StaffAction) => !waiting && of.actions.includes(action);
  // What was begun may be nobody's to do by now.
  const asked = begun && may(begun) ? begun : '';
  const first = firsts.find(may);
  const Form = asked && forms[asked];
  const actFromForm: Carrying['act'] = async (action, input) => {
    const isDone = await act(action, input);
    // What is only kept may be refused after all: then it is mended here.
    if (isDone && !isKept(of.id)) forgetDrafts(accountId, draftOf(of));
    return isDone;
  };
  const take = (action: StaffAction) => (forms[action] ? begin(action) : void act(action));
  return (
    <Page
      isWide
      title={words.one}
      watermark={watermark}
      foot={
        first &&
        !asked && (
          <Button
            label={isSending ? plain.sending : words.begins[first]}
            off={isSending}
            onTap={() => take(first)}
          />
        )
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      {isPutOff && <Notice kind="waiting">{words.putOff}</Notice>}
      {waiting && <Notice kind="waiting">{words.kept(words.begins[waiting as StaffAction])}</Notice>}
      <Now of={of} />
      {Form && <Form {...{ of, isSending, faultOf, recheck }} act={actFromForm} onDone={() => begin('')} />}
      {!asked && (
        <View className="row wrap">
          {others
            .filter((action) => action !== first && may(action))
            .map((action) => (
              <Link key={action} label={words.begins[action]} onTap={() => take(action)} />
            ))}
        </View>
      )}
      <View className="columns">
        <View className="column">
          <ErrandPayments of={of} />
          <ErrandDetails of={of} />
          <WhoAnswersFor of={of} />
        </View>
        <View className="column">
          <ErrandProgress of={of} />
        </View>
      </View>
    </Page>
  );
}

/** What and where, until when, and what is waited for. */
function Now({ of }: { of: ErrandView }) {
  const words = useCarryingWords();
  const errandWords = useErrandWords();
  const kindWord = useKindWord();
  const momentText = useMomentText();
  const isOpen = of.state !== 'closed' && of.state !== 'cancelled';
  const isHelper = useIsHelper();
  const isOwed = isOpen && of.state !== 'delivered';
  return (
    <Card kind={of.question !== null ? 'waiting' : ''}>
      <View className="row between">
        <View className="row wrap">
          <Chip kind="info" label={kindWord(of.kind)} />
          {of.urgent && isOpen && <Chip kind="bad" label={errandWords.urgent} />}
          <ErrandChip of={of} />
        </View>
        {isOwed && <DueChip at={of.dueAt} />}
      </View>
      <Heading look="door">{of.details ? of.door : errandWords.building(of.door)}</Heading>
      {of.question !== null && <View className="under">{words.asked(of.question)}</View>}
      {of.actions.includes('vouch') && <View className="under">{words.toRing}</View>}
      {of.goodsAt && <View className="under">{errandWords.goods(of.goodsAt)}</View>}
      {of.leaseUntil && of.holder?.mine && (
        <View className="help">{words.leaseUntil(momentText(of.leaseUntil))}</View>
      )}
      {of.actions.includes('accept') && !of.details && <View className="help">{words.untilAccepted}</View>}
      <View className="help">{errandWords.channels[of.channel]}</View>
      {of.caller && <Line label={words.caller} value={of.caller} />}
      {of.details && !isHelper && <CallHome id={of.id} />}
    </Card>
  );
}
