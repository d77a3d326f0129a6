import { useRouter } from '@tarojs/taro';
import { now } from '@/client/clock';
import { useMending } from '@/client/mending';
import { goHome } from '@/client/navigate';
import { mendedDraft } from '@/client/outbox';
import { read } from '@/client/phoneStore';
import { useMe } from '@/client/queries';
import { useIllness } from '@/client/queries/illness';
import { useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Kept, Notice, Page } from '@/parts';
import { type Form, goOnWith, type Household, newForm, type PersonForm } from '@/returns/declare/form';
import { HealthStep } from '@/returns/declare/HealthStep';
import { PersonStep } from '@/returns/declare/PersonStep';
import { PlaceStep } from '@/returns/declare/PlaceStep';
import type { StepProps } from '@/returns/declare/stepProps';
import { hasFever } from '@/returns/declare/steps';
import { useDeclareWords } from '@/returns/declare/words';
import { usePlainWords } from '@/words';
import { type Community, FeverCare } from '../FeverCare';
import { CheckStep } from './CheckStep';
import { draftNameOf } from './draftName';
import { formOfNotice, noticeOf } from './fromNotice';
import { JourneyStep } from './JourneyStep';
import { type DeclarationOf, useDeclaration } from './useDeclaration';
import { WhoStep } from './WhoStep';

/** Registers a return for oneself and the family, one screen after the other. */
export default function Declare() {
  const isReady = useEntry();
  const me = useMe();
  const words = useDeclareWords();
  const notice = noticeOf(useRouter().params);
  const mending = useMending();
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  if (isReady && me.data) {
    const { household } = me.data;
    const draftName = mending ? mendedDraft(mending.key) : draftNameOf(household);
    const draft = read<Form>(accountId, draftName);
    const begun = notice ? formOfNotice(notice, household) : newForm(household);
    const first = draft ? goOnWith(draft, now()) : begun;
    return (
      <Declaring
        first={first}
        {...{ accountId, household, draftName, mending }}
        community={me.data.community}
      />
    );
  }
  return (
    <Page title={words.titleAlone}>
      <Async query={me}>{null}</Async>
    </Page>
  );
}

function Declaring({ community, ...declared }: DeclarationOf & { community: Community | null }) {
  const words = useDeclareWords();
  const plain = usePlainWords();
  const { props, steps, at, round, refusal, isSending, isKept, isSettled, goOn, startAgain } =
    useDeclaration(declared);
  const { form, household, onStep } = props;
  const step = steps[at] as string;
  const isLast = step === 'check';
  // Instead of the next page: that one would ask for what has not arrived yet.
  if (isKept) return <KeptDeclaration form={form} community={community} />;
  const label = isLast ? (isSettled ? words.submit : words.pleaseCheck) : words.next;
  const person = form.people.find(({ id }) => step.endsWith(id));
  const isOther = person !== undefined && !isMe(person, form, household);
  // By the word of a household: whose it is stands beside the name.
  const whose = (name: string) => (household?.byMandate ? `${household.door} ${name}` : name);
  return (
    <Page
      title={words.title(at + 1, steps.length)}
      {...(at > 0 && { onBack: () => onStep(steps[at - 1] as string) })}
      strip={isOther ? words.filling(whose(person.name || words.someone)) : undefined}
      foot={<Button label={isSending ? plain.sending : label} off={isSending || !isSettled} onTap={goOn} />}
    >
      {refusal && <Notice>{refusal}</Notice>}
      <Step key={round} step={step} person={person} onAgain={startAgain} {...props} />
    </Page>
  );
}

interface StepOf extends StepProps {
  step: string;
  person: PersonForm | undefined;
  onAgain(): void;
}

/** The fields of one screen. */
function Step({ step, person, onAgain, ...props }: StepOf) {
  const { household } = props;
  if (step === 'journey') return <JourneyStep {...props} onAgain={onAgain} />;
  if (step === 'who' && household) return <WhoStep {...props} household={household} />;
  if (step === 'place') return <PlaceStep {...props} />;
  if (step === 'check') return <CheckStep {...props} />;
  if (!person) return null;
  return step.startsWith('person') ? (
    <PersonStep key={person.id} {...props} person={person} />
  ) : (
    <HealthStep key={person.id} {...props} person={person} />
  );
}

/** Nothing came back; whoever has a fever is told what to do all the same. */
function KeptDeclaration({ form, community }: { form: Form; community: Community | null }) {
  const words = useDeclareWords();
  const illness = useIllness(form.place.communityId);
  return (
    <Kept isHome title={words.keptTitle} words={words.kept} next={{ label: words.home, onTap: goHome }}>
      {hasFever(form, illness) && <FeverCare community={community} />}
    </Kept>
  );
}

function isMe(person: PersonForm, form: Form, household: Household | null): boolean {
  if (household?.byMandate) return false;
  const me = household?.people.find((one) => one.isMe);
  return me ? me.residentId === person.residentId : form.people[0]?.id === person.id;
}
