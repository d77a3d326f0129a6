import type { ObservationView } from '@shared/observation/contract';
import { type ReleaseReason, releaseReasons } from '@shared/observation/release';
import { type ReactNode, useState } from 'react';
import { call } from '@/client/call';
import { useAct } from '@/observation/useAct';
import { useObservationWords } from '@/observation/words';
import { Button, Card, Cells, Notice, TextField } from '@/parts';
import { usePlainWords } from '@/words';

export interface ActProps {
  of: ObservationView;
  onDone(said: string): void;
  onBack(): void;
}

interface FormProps extends ActProps {
  label: string;
  kind?: 'danger' | '';
  isReady: boolean;
  /** What is said of it, by whether anybody at home was told. */
  said(isTold: boolean): string;
  send(): Promise<ObservationView>;
  children?: ReactNode;
}

/** A few fields, one act, the way back. */
function Form({ label, kind = '', isReady, said, send, onDone, onBack, children }: FormProps) {
  const words = useObservationWords();
  const plain = usePlainWords();
  const { act, isSending, refusal } = useAct();
  const submit = async () => {
    const taken = isReady && (await act(send));
    if (taken) onDone(said(taken.isToldAtHome ?? false));
  };
  return (
    <Card>
      {refusal && <Notice>{refusal}</Notice>}
      {children}
      <Button
        kind={kind}
        label={isSending ? plain.sending : label}
        off={!isReady || isSending}
        onTap={() => void submit()}
      />
      <Button kind="plain" label={words.cancel} onTap={onBack} />
    </Card>
  );
}

/** Before its day or after it: with a coded reason and its text. */
export function EarlyRelease(props: ActProps) {
  const words = useObservationWords();
  const [code, setCode] = useState('');
  const [text, setText] = useState('');
  const { id, version } = props.of;
  const reason = { code: code as ReleaseReason, text: text.trim() };
  return (
    <Form
      {...props}
      kind="danger"
      label={words.releaseYes}
      said={(isTold) => (code === 'died' ? words.releasedQuietly : words.released(1, Number(isTold)))}
      isReady={code !== '' && reason.text !== ''}
      send={() => call('releaseObservation', { params: { id }, body: { seenVersion: version, reason } })}
    >
      <Cells
        label={words.why}
        value={code}
        onChange={setCode}
        options={releaseReasons.map((value) => ({ value, label: words.reasons[value] }))}
      />
      <TextField label={words.whyText} value="" max={200} onChange={setText} />
    </Form>
  );
}

/** One text and one act. */
function Texted({
  act,
  label,
  fieldLabel,
  ...props
}: ActProps & { act: 'annul' | 'approve'; label: string; fieldLabel: string }) {
  const words = useObservationWords();
  const [text, setText] = useState('');
  const said = text.trim();
  const params = { id: props.of.id };
  const seenVersion = props.of.version;
  return (
    <Form
      {...props}
      kind={act === 'annul' ? 'danger' : ''}
      label={label}
      said={(isTold) => (act === 'annul' ? words.annulled + words.toldHome(isTold) : words.approved)}
      isReady={said !== ''}
      send={() =>
        act === 'annul'
          ? call('annulObservation', { params, body: { seenVersion, reason: said } })
          : call('approveObservation', { params, body: { seenVersion, reference: said } })
      }
    >
      <TextField label={fieldLabel} value="" max={200} onChange={setText} />
    </Form>
  );
}

export function Annul(props: ActProps) {
  const words = useObservationWords();
  return <Texted {...props} act="annul" label={words.annulYes} fieldLabel={words.whyText} />;
}

export function Approve(props: ActProps) {
  const words = useObservationWords();
  return <Texted {...props} act="approve" label={words.approveYes} fieldLabel={words.approveWho} />;
}

/** Home again from a hospital or a central place. */
export function Back(props: ActProps) {
  const words = useObservationWords();
  const { id, version } = props.of;
  return (
    <Form
      {...props}
      isReady
      label={words.backYes}
      said={(isTold) => words.returned + words.toldHome(isTold)}
      send={() => call('returnObservation', { params: { id }, body: { seenVersion: version } })}
    />
  );
}
