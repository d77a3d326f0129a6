import { payers } from '@shared/requests/errandView';
import type { ReconciliationView } from '@shared/requests/reconciliation';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useErrand } from '@/client/queries/errands';
import { useReconciliation } from '@/client/queries/reconciliations';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Call, Card, Cells, Chip, Heading, Line, Notice, Page, TextField } from '@/parts';
import { ErrandProgress } from '@/requests/errands/ErrandProgress';
import { useErrandWords, useKindWord } from '@/requests/errands/words';
import { useMomentText, usePlainWords } from '@/words';
import { DueChip } from '@/worklist/DueChip';
import { useWatermark } from '@/worklist/useWatermark';
import { CallHome } from '../one/CallHome';
import { DoneWithout } from './DoneWithout';
import { useClosing } from './useClosing';
import { useReconciliationWords } from './words';

/** What was done without network beside what is written down: the leader calls, and writes down what it was. */
export default function ReconciliationPage() {
  const isReady = useEntry();
  const words = useReconciliationWords();
  const watermark = useWatermark();
  const { id = '' } = useRouter().params;
  const asked = useReconciliation(isReady ? id : '');
  if (asked.data) return <Reconciliation key={asked.data.id} of={asked.data} watermark={watermark} />;
  return (
    <Page isWide title={words.title} watermark={watermark}>
      <Async query={asked}>{null}</Async>
    </Page>
  );
}

function Reconciliation({ of, watermark }: { of: ReconciliationView; watermark: string }) {
  const words = useReconciliationWords();
  const plain = usePlainWords();
  const closing = useClosing(of);
  const mayClose = of.actions.includes('close');
  const foot = (
    <Button
      label={closing.isSending ? plain.sending : words.close}
      off={!closing.outcome || closing.isSending}
      onTap={() => void closing.close()}
    />
  );
  return (
    <Page isWide title={words.title} watermark={watermark} foot={mayClose && foot}>
      {closing.refusal && <Notice>{closing.refusal}</Notice>}
      <Head of={of} />
      <View className="columns">
        <View className="column">
          <DoneWithout of={of} />
        </View>
        <View className="column">
          <Written of={of} />
        </View>
      </View>
      {mayClose && <Outcome {...closing} />}
    </Page>
  );
}

/** Which errand, until when, or what came of it. */
function Head({ of }: { of: ReconciliationView }) {
  const words = useReconciliationWords();
  const kindWord = useKindWord();
  const momentText = useMomentText();
  return (
    <Card kind={of.closedAt ? '' : 'waiting'}>
      <View className="row between">
        <Chip kind="info" label={kindWord(of.kind)} />
        {!of.closedAt && <DueChip at={of.dueAt} />}
      </View>
      <Heading look="door">{of.door}</Heading>
      {!of.closedAt && <View className="under">{words.help}</View>}
      {of.outcome && of.closedAt && (
        <>
          <Chip kind="ok" label={words.outcomes[of.outcome]} />
          {of.text && <View className="under">{of.text}</View>}
          <View className="help">{words.closed(of.closedBy ?? '', momentText(of.closedAt))}</View>
        </>
      )}
    </Card>
  );
}

/** The other side: what happened to the errand as it is written down, and whom to ask about it. */
function Written({ of }: { of: ReconciliationView }) {
  const words = useReconciliationWords();
  const { states } = useErrandWords();
  const errand = useErrand(of.requestId);
  const { other, state } = of.errand;
  return (
    <>
      <Heading>{words.written}</Heading>
      <Async query={errand}>{errand.data && <ErrandProgress of={errand.data} />}</Async>
      <Card>
        <Line label={words.now(states[state])} />
        {other?.phone && <Call label={words.call(other.name)} phone={other.phone} />}
        <CallHome id={of.requestId} />
        <Line label={words.openErrand} onTap={() => open(pages.staffErrand, { id: of.requestId })} />
      </Card>
    </>
  );
}

function Outcome(closing: ReturnType<typeof useClosing>) {
  const words = useReconciliationWords();
  const { results } = useErrandWords();
  const { outcome, choose, isBought, asksPayer, pays, choosePayer, text, write, isTried, faultOf } = closing;
  return (
    <Card>
      <Cells
        label={words.outcome}
        whole
        value={outcome}
        onChange={choose}
        fault={(isTried && !outcome && words.choose) || faultOf('outcome')}
        options={Object.entries(words.outcomes).map(([value, label]) => ({ value, label }))}
      />
      {isBought && <View className="help">{words.bought}</View>}
      {asksPayer && (
        <Cells
          label={words.pays}
          halves
          value={pays}
          onChange={choosePayer}
          fault={(isTried && !pays && words.choose) || faultOf('pays')}
          options={payers.map((value) => ({ value, label: results[value] }))}
        />
      )}
      <TextField label={words.text} max={200} value={text} onChange={write} fault={faultOf('text')} />
    </Card>
  );
}
