import type { CaseView } from '@shared/requests/caseView';
import { caseKindOf } from '@shared/requests/kinds';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { goHome } from '@/client/navigate';
import { useRequest } from '@/client/queries/fevers';
import { useDraft } from '@/client/useDraft';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Call, Card, Chip, Heading, Line, Link, Notice, Page } from '@/parts';
import { Said } from '@/requests/Said';
import { useActing } from '@/requests/useActing';
import { useCaseWords } from '@/requests/useCaseWords';
import { useRequestWords } from '@/requests/words';
import { useMomentText } from '@/words';
import { CallFirst } from '../CallFirst';
import { useHelpWords } from '../words';
import { CaseSteps } from './CaseSteps';
import { EndRepeatForm, ReopenForm, WithdrawForm } from './forms';

/** What somebody at home has raised: who looks after it, what was done, how it ended. */
export default function HomeCase() {
  const isReady = useEntry();
  const words = useHelpWords();
  const { id = '' } = useRouter().params;
  const found = useRequest(isReady ? id : '');
  if (found.data) return <OneCase of={found.data} />;
  return (
    <Page title={words.title}>
      <Async query={found}>{null}</Async>
    </Page>
  );
}

const forms = { withdraw: WithdrawForm, endRepeat: EndRepeatForm, reopen: ReopenForm } as const;
type Asked = keyof typeof forms;
const offered = Object.keys(forms) as Asked[];

function OneCase({ of }: { of: CaseView }) {
  const words = useHelpWords();
  const { title } = useCaseWords(of.kind);
  const acting = useActing(of);
  const [begun, ask] = useDraft<Asked>(`caseAsked:${of.id}`);
  // What was begun may not be possible any more.
  const asked = begun && of.actions.includes(begun) ? begun : '';
  const Form = asked && forms[asked];
  const isOpen = of.state !== 'closed';
  const { name, phone } = of.isUnanswered ? of.called : of.responsible;
  return (
    <Page
      title={title}
      foot={
        !Form &&
        (isOpen && phone ? (
          <Call kind="" label={words.callHolder(name)} phone={phone} />
        ) : (
          <Button label={words.home} onTap={goHome} />
        ))
      }
    >
      {acting.refusal && <Notice>{acting.refusal}</Notice>}
      {of.isUnanswered && isOpen && <Notice>{words.nobody}</Notice>}
      <Head of={of} />
      {isOpen && <CallFirst numbers={caseKindOf(of.kind).callFirst ?? []} />}
      {Form && <Form of={of} acting={acting} onDone={() => ask('')} />}
      <CaseSteps of={of} />
      {isOpen && (
        <Card>
          <Line label={words.responsible} value={of.responsible.name} />
        </Card>
      )}
      <Said of={of} />
      {!Form &&
        offered
          .filter((action) => of.actions.includes(action))
          .map((action) => <Link key={action} label={words[action]} onTap={() => ask(action)} />)}
    </Page>
  );
}

/** How it stands, in one word, and whose it is. */
function Head({ of }: { of: CaseView }) {
  const { states, next } = useRequestWords();
  const { title, outcomeWord } = useCaseWords(of.kind);
  const momentText = useMomentText();
  const words = useHelpWords();
  const isOpen = of.state !== 'closed';
  const kind = isOpen ? (of.urgency === 'fever' ? 'bad' : 'info') : 'ok';
  return (
    <Card>
      <Chip kind={kind} label={states[of.state]} />
      <Heading look="head">{of.outcome ? outcomeWord(of.outcome) : title}</Heading>
      <View className="under">
        {[of.name, words.raisedAt(momentText(of.raisedAt))].filter(Boolean).join(' · ')}
      </View>
      {of.repeat && <View className="under">{next(momentText(of.repeat.nextAt))}</View>}
    </Card>
  );
}
