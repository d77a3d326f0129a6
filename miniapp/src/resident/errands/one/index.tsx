import { errandTemplates } from '@shared/notices/subscription';
import type { ErrandView } from '@shared/requests/errandView';
import { errandKindOf } from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useErrand } from '@/client/queries/errands';
import { useDraft } from '@/client/useDraft';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Call, Card, dial, Line, Link, Notice, Page, RoundCall } from '@/parts';
import { ErrandDetails } from '@/requests/errands/ErrandDetails';
import { ErrandPayments } from '@/requests/errands/ErrandPayments';
import { ErrandProgress } from '@/requests/errands/ErrandProgress';
import { useErrandActing } from '@/requests/errands/useErrandActing';
import { useKindWord } from '@/requests/errands/words';
import { TellMe } from '@/telling/TellMe';
import { useHelpWords } from '../words';
import { CancelForm, ObjectForm } from './forms';
import { DoorCode, Head, Question } from './Head';

/** One errand for the household: how it stands, what it may do about it, whom to call. */
export default function OneErrand() {
  const isReady = useEntry();
  const words = useHelpWords();
  const { id = '' } = useRouter().params;
  const errand = useErrand(isReady ? id : '');
  if (errand.data) return <Errand of={errand.data} />;
  return (
    <Page title={words.title}>
      <Async query={errand}>{null}</Async>
    </Page>
  );
}

const forms = { object: ObjectForm, cancel: CancelForm } as const;
type Asked = keyof typeof forms;

function Errand({ of }: { of: ErrandView }) {
  const words = useHelpWords();
  const kindWord = useKindWord();
  const acting = useErrandActing(of);
  const { act, isSending, refusal } = acting;
  const [begun, ask] = useDraft<Asked>(`errandAsked:${of.id}`);
  const may = (action: ErrandView['actions'][number]) => of.actions.includes(action);
  // What was begun may not be possible any more.
  const asked = begun && may(begun) ? begun : '';
  const Form = asked && forms[asked];
  const confirmed = errandKindOf(of.kind).isBought ? words.got : words.done;
  return (
    <Page
      title={kindWord(of.kind)}
      foot={
        !Form &&
        (may('confirm') ? (
          <Button label={confirmed} off={isSending} onTap={() => void act('confirm')} />
        ) : (
          <Reach of={of} />
        ))
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <Head of={of} />
      <DoorCode of={of} />
      {may('answer') && of.question !== null && <Question of={of} acting={acting} />}
      {Form && <Form of={of} acting={acting} onDone={() => ask('')} />}
      {of.state === 'assigned' && (
        <TellMe templates={errandTemplates.home} label={words.tellMe} told={words.willTell} />
      )}
      <ErrandPayments of={of} />
      <ErrandProgress of={of} />
      <People of={of} />
      <ErrandDetails of={of} />
      {!Form && may('object') && <Link label={words.object} onTap={() => ask('object')} />}
      {!Form && may('cancel') && <Link label={words.cancel} onTap={() => ask('cancel')} />}
    </Page>
  );
}

/** Whoever brings it, else whoever answers for it, as long as it is open. */
function Reach({ of: { holder, responsible, closedAt } }: { of: ErrandView }) {
  const words = useHelpWords();
  const { name, phone } = holder?.phone ? holder : responsible;
  return closedAt || !phone ? null : <Call label={words.callHolder(name)} phone={phone} />;
}

/** Who answers for it, and who has accepted it. */
function People({ of: { holder, responsible, closedAt } }: { of: ErrandView }) {
  const words = useHelpWords();
  if (closedAt) return null;
  const people = [
    { as: words.responsible, ...responsible },
    ...(holder ? [{ as: words.holder, ...holder }] : []),
  ];
  return (
    <Card>
      {people.map(({ as, name, phone }) => (
        <Line
          key={as}
          label={
            <>
              <View className="title">{name}</View>
              <View className="help">{as}</View>
            </>
          }
          {...(phone && {
            value: <RoundCall label={`${words.call} ${name}`} onTap={() => dial(phone)} />,
          })}
        />
      ))}
    </Card>
  );
}
