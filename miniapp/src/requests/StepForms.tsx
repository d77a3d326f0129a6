import type { CaseView } from '@shared/requests/caseView';
import { caseKindOf } from '@shared/requests/kinds';
import { useState } from 'react';
import { useStaff } from '@/client/queries/grids';
import { useDraft } from '@/client/useDraft';
import { useIdentityWords } from '@/entry/words';
import { Async, Button, Card, Cells, Select, TextField } from '@/parts';
import { PhotoField } from '@/photos/PhotoField';
import { stepAction } from './stepAction';
import type { Act } from './useActing';
import { useCaseWords } from './useCaseWords';
import { useRequestWords } from './words';

export interface FormProps {
  of: CaseView;
  act: Act;
  isSending: boolean;
  /** It was done, or is not wanted any more. */
  onDone(): void;
}

/** Under which name on the phone what is typed about a case is kept. */
export const draftOf = ({ id }: Pick<CaseView, 'id'>, field = '') => `case:${id}:${field}`;

/** What was done and what came of it, by the kind’s own steps. */
export function HandleForm({ of, act, isSending, onDone }: FormProps) {
  const words = useRequestWords();
  const [step, setStep] = useDraft(draftOf(of, 'step'));
  const [result, setResult] = useDraft(draftOf(of, 'result'));
  const [text, setText] = useDraft(draftOf(of, 'note'));
  const { steps, resultsOf } = useCaseWords(of.kind);
  const isWhole = step ? result !== '' : text.trim() !== '';
  const save = async () => {
    const said = text.trim() && { text: text.trim() };
    if (
      isWhole &&
      (await act(stepAction(of.kind, of.actions, result), { ...(step && { step, result }), ...said }))
    )
      onDone();
  };
  return (
    <Card>
      <Cells
        label={words.whatStep}
        value={step}
        onChange={(value) => {
          setStep(value === step ? '' : value);
          setResult('');
        }}
        options={steps}
      />
      {step && (
        <Cells label={words.whatResult} value={result} onChange={setResult} options={resultsOf(step)} />
      )}
      <TextField label={words.note} value={text} onChange={setText} max={500} />
      <Button kind="plain" label={words.cancel} onTap={onDone} />
      <Button label={words.save} off={!isWhole || isSending} onTap={() => void save()} />
    </Card>
  );
}

/** Nothing ends without an outcome by a person; where the kind says so with an answer, and with a photo of after. */
export function CloseForm({ of, act, isSending, onDone }: FormProps) {
  const words = useRequestWords();
  const { outcomes } = useCaseWords(of.kind);
  const { isAnswered, hasPhotos } = caseKindOf(of.kind);
  const [outcome, setOutcome] = useDraft(draftOf(of, 'outcome'));
  const [text, setText] = useDraft(draftOf(of, 'closing'));
  const [photoFileId, setPhoto] = useDraft(draftOf(of, 'photo'));
  const [isOnItsWay, setOnItsWay] = useState(false);
  const isWhole = outcome !== '' && (!hasPhotos || photoFileId !== '') && !isOnItsWay;
  const close = async () => {
    const said = { ...(text.trim() && { text: text.trim() }), ...(photoFileId && { photoFileId }) };
    if (isWhole && (await act('close', { outcome, ...said }))) onDone();
  };
  return (
    <Card>
      <Cells label={words.outcome} value={outcome} onChange={setOutcome} options={outcomes} />
      <TextField label={isAnswered ? words.answer : words.note} value={text} onChange={setText} max={500} />
      {hasPhotos && (
        <PhotoField
          label={words.photoAfter}
          use="evidence"
          value={photoFileId}
          onChange={setPhoto}
          onWay={setOnItsWay}
        />
      )}
      <Button kind="plain" label={words.cancel} onTap={onDone} />
      <Button label={words.closeYes} off={!isWhole || isSending} onTap={() => void close()} />
    </Card>
  );
}

/** To a colleague who is here, with a reason. */
export function ReassignForm({ of, act, isSending, onDone }: FormProps) {
  const words = useRequestWords();
  const { roles } = useIdentityWords();
  const staff = useStaff();
  const [accountId, setAccount] = useDraft(draftOf(of, 'colleague'));
  const [reason, setReason] = useDraft(draftOf(of, 'reassign'));
  const others = staff.data?.filter((one) => !one.isAbsent && one.accountId !== of.responsible.account) ?? [];
  const options = others.map((one) => ({
    value: one.accountId,
    label: [one.name, roles[one.role], one.grids[0]?.name].filter(Boolean).join(' · '),
  }));
  const isWhole = accountId !== '' && reason.trim() !== '';
  const give = async () => {
    if (isWhole && (await act('reassign', { accountId, reason: reason.trim() }))) onDone();
  };
  return (
    <Card>
      <Async query={{ ...staff, isPending: staff.isPending }}>
        <Select label={words.colleague} value={accountId} onChange={setAccount} options={options} />
      </Async>
      <TextField label={words.why} value={reason} onChange={setReason} max={200} />
      <Button kind="plain" label={words.cancel} onTap={onDone} />
      <Button label={words.reassignYes} off={!isWhole || isSending} onTap={() => void give()} />
    </Card>
  );
}

/** It was closed too early. */
export function ReopenForm({ of, act, isSending, onDone }: FormProps) {
  const words = useRequestWords();
  const [reason, setReason] = useDraft(draftOf(of, 'reopen'));
  const reopen = async () => {
    if (reason.trim() && (await act('reopen', { reason: reason.trim() }))) onDone();
  };
  return (
    <Card>
      <TextField label={words.why} value={reason} onChange={setReason} max={200} />
      <Button kind="plain" label={words.cancel} onTap={onDone} />
      <Button label={words.reopenYes} off={!reason.trim() || isSending} onTap={() => void reopen()} />
    </Card>
  );
}
