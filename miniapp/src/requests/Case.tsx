import type { RequestView } from '@shared/requests/contract';
import { latestOf } from '@shared/temperatures/latest';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useSession } from '@/client/session';
import { forgetDrafts, useDraft } from '@/client/useDraft';
import { Button, Call, Card, Chip, Heading, Link, Notice, Page } from '@/parts';
import { useSymptomWord } from '@/returns/words';
import { useMomentText } from '@/words';
import { DueChip } from '@/worklist/DueChip';
import { CallPerson } from './CallPerson';
import { FeverChip } from './FeverChip';
import { History } from './History';
import { Readings } from './Readings';
import { CloseForm, draftOf, type FormProps, HandleForm, ReassignForm, ReopenForm } from './StepForms';
import { Told } from './Told';
import { type Act, useActing } from './useActing';
import { WhoAnswersFor } from './WhoAnswersFor';
import { useRequestWords } from './words';

const forms: Record<'handle' | 'close' | 'reassign' | 'reopen', (props: FormProps) => ReactNode> = {
  handle: HandleForm,
  close: CloseForm,
  reassign: ReassignForm,
  reopen: ReopenForm,
};
type Asked = keyof typeof forms;

/** One fever for whoever has something to do about it: how it stands, who answers, and the next step. */
export function Case({ of, watermark }: { of: RequestView; watermark: string }) {
  const words = useRequestWords();
  const [begun, ask] = useDraft<Asked>(`asked:${of.id}`);
  const { act, isSending, refusal } = useActing(of);
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const isMine = accountId === of.responsible.account;
  const may = (action: RequestView['actions'][number]) => of.actions.includes(action);
  // What was begun may be nobody's to do by now.
  const asked = begun && (may(begun) || (begun === 'handle' && may('note'))) ? begun : '';
  const Form = asked && forms[asked];
  const actFromForm: Act = async (action, input) => {
    const isDone = await act(action, input);
    if (isDone) forgetDrafts(accountId, draftOf(of));
    return isDone;
  };
  const first = may('acknowledge') ? 'acknowledge' : may('handle') ? 'handle' : null;
  const begin = () => (first === 'handle' ? ask('handle') : void act('acknowledge'));
  return (
    <Page
      isWide
      title={words.title}
      watermark={watermark}
      foot={
        first &&
        !asked && (
          <Button
            label={first === 'handle' ? words.handle : words.acknowledge}
            off={isSending}
            onTap={begin}
          />
        )
      }
    >
      {refusal && <Notice>{refusal}</Notice>}
      <Now of={of} />
      {of.isUnanswered && (
        <Notice>
          {words.unanswered(of.called.name)}
          <Call label={of.called.name} phone={of.called.phone} />
        </Notice>
      )}
      {may('note') && <CallPerson of={of} act={act} />}
      {Form && <Form of={of} act={actFromForm} isSending={isSending} onDone={() => ask('')} />}
      {!asked && (
        <View className="row wrap">
          {may('close') && <Link label={words.close} onTap={() => ask('close')} />}
          {may('note') && first !== 'handle' && <Link label={words.handle} onTap={() => ask('handle')} />}
          {may('take') && !isMine && <Link label={words.take} onTap={() => void act('take')} />}
          {may('reassign') && <Link label={words.reassign} onTap={() => ask('reassign')} />}
          {of.observationId && (
            <Link
              label={words.observation}
              onTap={() => open(pages.observation, { id: of.observationId ?? '' })}
            />
          )}
          {may('reopen') && <Link label={words.reopen} onTap={() => ask('reopen')} />}
        </View>
      )}
      <View className="columns">
        <View className="column">
          <Readings residentId={of.residentId} />
          <WhoAnswersFor of={of} />
        </View>
        <View className="column">
          <History steps={of.steps} />
          <Card>
            <Heading>{words.whoTold}</Heading>
            <Told told={of.told} />
          </Card>
        </View>
      </View>
    </Page>
  );
}

/** How it stands: how bad, whose it is, until when. */
function Now({ of }: { of: RequestView }) {
  const words = useRequestWords();
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
          label={of.outcome ? words.closed(words.outcomes[of.outcome]) : words.states[of.state]}
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
