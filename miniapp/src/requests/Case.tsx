import type { CaseView } from '@shared/requests/caseView';
import { latestOf } from '@shared/temperatures/latest';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { now } from '@/client/clock';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useSession } from '@/client/session';
import { useClock } from '@/client/useClock';
import { forgetDrafts, useDraft } from '@/client/useDraft';
import { Button, Call, Card, Chip, Heading, Link, Notice, Page } from '@/parts';
import { TakeReading } from '@/readings/TakeReading';
import { useSymptomWord } from '@/returns/words';
import { useMomentText } from '@/words';
import { DueChip } from '@/worklist/DueChip';
import { CallPerson } from './CallPerson';
import { CaseNow } from './CaseNow';
import { FeverChip } from './FeverChip';
import { History } from './History';
import { Readings } from './Readings';
import { Said } from './Said';
import { CloseForm, draftOf, type FormProps, HandleForm, ReassignForm, ReopenForm } from './StepForms';
import { Told } from './Told';
import { type Act, useActing } from './useActing';
import { useCaseWords } from './useCaseWords';
import { WhoAnswersFor } from './WhoAnswersFor';
import { useRequestWords } from './words';

const ReadingForm = ({ of, onDone }: FormProps) => (
  <Card>
    <TakeReading residentId={of.residentId ?? ''} slotId={slotNow(of, now())} isOnCase onDone={onDone} />
  </Card>
);

/** The slot of the second reading while it can be filled. */
function slotNow({ secondReading: second }: CaseView, at: Date): string | null {
  return second?.state === 'open' && new Date(second.opensAt) <= at ? second.slotId : null;
}

const forms: Record<'reading' | 'handle' | 'close' | 'reassign' | 'reopen', (props: FormProps) => ReactNode> =
  {
    reading: ReadingForm,
    handle: HandleForm,
    close: CloseForm,
    reassign: ReassignForm,
    reopen: ReopenForm,
  };
type Asked = keyof typeof forms;

/** What may be done now, and the form that is open. */
function useSteps(of: CaseView) {
  const [begun, ask] = useDraft<Asked>(`asked:${of.id}`);
  const { act, isSending, refusal } = useActing(of);
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const at = useClock();
  const may = (action: CaseView['actions'][number]) => of.actions.includes(action);
  const mayBegin = (name: Asked) =>
    name === 'reading'
      ? of.kind === 'fever' && of.state !== 'closed'
      : may(name) || (name === 'handle' && may('note'));
  // What was begun may be nobody's to do by now.
  const asked: Asked | '' = begun && mayBegin(begun) ? begun : '';
  const actFromForm: Act = async (action, input) => {
    const isDone = await act(action, input);
    if (isDone) forgetDrafts(accountId, draftOf(of));
    return isDone;
  };
  return {
    ...{ may, mayBegin, ask, asked, act, actFromForm, isSending, refusal },
    first: may('acknowledge') ? ('acknowledge' as const) : may('handle') ? ('handle' as const) : null,
    isMine: accountId === of.responsible.account,
    isSecondNow: slotNow(of, at) !== null,
  };
}
type Steps = ReturnType<typeof useSteps>;

/** One case for whoever has something to do about it: how it stands, who answers, and the next step. */
export function Case({ of, watermark }: { of: CaseView; watermark: string }) {
  const words = useRequestWords();
  const { title } = useCaseWords(of.kind);
  const isFever = of.kind === 'fever';
  const steps = useSteps(of);
  const { may, mayBegin, ask, asked, act, actFromForm, isSending, refusal, first } = steps;
  const Form = asked && forms[asked];
  return (
    <Page
      isWide
      title={title}
      watermark={watermark}
      foot={
        first &&
        !asked && (
          <Button
            label={words[first]}
            off={isSending}
            onTap={() => (first === 'handle' ? ask('handle') : void act('acknowledge'))}
          />
        )
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      {isFever ? <Now of={of} /> : <CaseNow of={of} />}
      {of.isUnanswered && (
        <Notice>
          {words.unanswered(of.called.name)}
          <Call label={of.called.name} phone={of.called.phone} />
        </Notice>
      )}
      {may('note') && of.householdId && <CallPerson of={of} act={act} />}
      {!asked && steps.isSecondNow && mayBegin('reading') && (
        <Button kind="tint" label={words.fillSecond} onTap={() => ask('reading')} />
      )}
      {Form && <Form of={of} act={actFromForm} isSending={isSending} onDone={() => ask('')} />}
      {!asked && <Others of={of} {...steps} />}
      <View className="columns">
        <View className="column">
          {isFever && of.residentId && <Readings residentId={of.residentId} />}
          {!isFever && <Said of={of} />}
          <WhoAnswersFor of={of} />
        </View>
        <View className="column">
          {of.steps.length > 0 && <History of={of} />}
          {(isFever || of.told.length > 0) && (
            <Card>
              <Heading>{words.whoTold}</Heading>
              <Told told={of.told} />
            </Card>
          )}
        </View>
      </View>
    </Page>
  );
}

/** Everything else that may be done now. */
function Others({ of, may, mayBegin, ask, act, first, isMine, isSecondNow }: { of: CaseView } & Steps) {
  const words = useRequestWords();
  const { observationId } = of;
  return (
    <View className="row wrap">
      {!isSecondNow && mayBegin('reading') && <Link label={words.fill} onTap={() => ask('reading')} />}
      {may('close') && <Link label={words.close} onTap={() => ask('close')} />}
      {may('note') && first !== 'handle' && <Link label={words.handle} onTap={() => ask('handle')} />}
      {may('take') && !isMine && <Link label={words.take} onTap={() => void act('take')} />}
      {may('reassign') && <Link label={words.reassign} onTap={() => ask('reassign')} />}
      {observationId && (
        <Link label={words.observation} onTap={() => open(pages.observation, { id: observationId })} />
      )}
      {may('endRepeat') && <Link label={words.endRepeat} onTap={() => void act('endRepeat')} />}
      {may('withdraw') && <Link label={words.withdraw} onTap={() => void act('withdraw')} />}
      {may('reopen') && <Link label={words.reopen} onTap={() => ask('reopen')} />}
    </View>
  );
}

/** How it stands: how bad, whose it is, until when. */
function Now({ of }: { of: CaseView }) {
  const words = useRequestWords();
  const { outcomeWord } = useCaseWords(of.kind);
  const symptomWord = useSymptomWord();
  const momentText = useMomentText();
  const latest = latestOf(of.readings);
  const stands = latest?.corrected ?? latest;
  const { secondReading: second } = of;
  const felt = [
    ...(stands?.symptoms.map(symptomWord) ?? []),
    stands?.medicine && words.medicine,
    latest?.filledBy && words.fillers[latest.filledBy],
  ];
  return (
    <Card kind={of.state === 'closed' ? '' : 'urgent'}>
      <View className="row between">
        <FeverChip
          band={latest?.band ?? null}
          celsius={stands?.celsius ?? null}
          isCorrected={Boolean(latest?.corrected)}
        />
        {of.dueAt && <DueChip at={of.dueAt} />}
      </View>
      <Heading look="door">
        {[of.door, of.name, of.age !== null && words.age(of.age)].filter(Boolean).join(' · ')}
      </Heading>
      <View className="under">
        {[...felt, words.raisedAt(momentText(of.raisedAt))].filter(Boolean).join(' · ')}
      </View>
      <View className="row wrap">
        <Chip
          kind="info"
          label={of.outcome ? words.closed(outcomeWord(of.outcome)) : words.states[of.state]}
        />
        {second && (
          <Chip
            kind={second.state === 'open' || second.state === 'missed' ? 'warn' : 'ok'}
            label={[
              words.second,
              words.secondStates[second.state],
              second.celsius !== null && `${second.celsius.toFixed(1)} ℃`,
              second.state === 'open' ? words.before(momentText(second.dueAt)) : '',
            ]
              .filter(Boolean)
              .join(' ')}
          />
        )}
      </View>
    </Card>
  );
}
