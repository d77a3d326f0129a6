import type { CallOf } from '@shared/contract';
import type { ReturnView, verifyReturn } from '@shared/returns/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { call } from '@/client/call';
import { touched } from '@/client/live';
import { goBack } from '@/client/navigate';
import { uuidV7 } from '@/client/uuidV7';
import { Button, Card, Cells, Notice, TextField } from '@/parts';
import { useFaults } from '@/returns/useFaults';
import { useClockText, usePlainWords } from '@/words';
import { useWorkerWords } from '../words';

type Body = CallOf<typeof verifyReturn>['body'];
const all = 'all';

/** Confirms or rejects, the family or one of it. The same wish keeps its key until the answer is known. */
export function Decision({ waiting }: { waiting: ReturnView[] }) {
  const [whom, setWhom] = useState(all);
  const [isRejecting, setRejecting] = useState(false);
  const [isSending, setSending] = useState(false);
  const [wish, setWish] = useState({ text: '', key: '' });
  const { refusal, showRefusal } = useFaults();
  const words = useWorkerWords();
  const addressed = waiting.find(({ id }) => id === whom) ?? (waiting[0] as ReturnView);

  const decide = async (decision: DistributiveOmit<Body, 'seenVersion' | 'party'>) => {
    if (isSending) return;
    setSending(true);
    const body = { ...decision, seenVersion: addressed.version, party: whom === all } as Body;
    const text = JSON.stringify([addressed.id, body]);
    const key = text === wish.text ? wish.key : uuidV7();
    setWish({ text, key });
    try {
      await call('verifyReturn', { params: { id: addressed.id }, key, body });
      touched('return');
      if (whom === all || waiting.length === 1) goBack();
      else {
        setWhom(all);
        setRejecting(false);
      }
    } catch (error) {
      showRefusal(error);
      touched('return');
    }
    setSending(false);
  };

  return (
    <>
      {waiting.length > 1 && (
        <Card>
          <Cells
            label={words.whom}
            value={whom}
            onChange={setWhom}
            options={[
              { value: all, label: words.all },
              ...waiting.map(({ id, person: { name, age } }) => ({
                value: id,
                label: `${name} ${age === null ? '' : words.age(age)}`,
              })),
            ]}
          />
        </Card>
      )}
      {refusal && <Notice>{refusal}</Notice>}
      {isRejecting ? (
        <Rejection
          isSending={isSending}
          onCancel={() => setRejecting(false)}
          onReject={(reason) => void decide({ decision: 'reject', reason })}
        />
      ) : (
        <Confirmation
          addressed={addressed}
          isSending={isSending}
          onReject={() => setRejecting(true)}
          onConfirm={(startEvent) => void decide({ decision: 'confirm', startEvent })}
        />
      )}
    </>
  );
}

/** The decision within reach of the thumb, what is decided seldom beside it. */
const Foot = ({ aside, children }: { aside: ReactNode; children: ReactNode }) => (
  <View className="foot">
    <View className="row">
      <View className="aside">{aside}</View>
      <View className="grow">{children}</View>
    </View>
  </View>
);

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

interface ConfirmationProps {
  addressed: ReturnView;
  isSending: boolean;
  onConfirm(startEvent: { kind: 'leftArea' | 'atHome'; at: string }): void;
  onReject(): void;
}

function Confirmation({ addressed, isSending, onConfirm, onReject }: ConfirmationProps) {
  const words = useWorkerWords();
  const plain = usePlainWords();
  const [kind, setKind] = useState<'leftArea' | 'atHome' | ''>('');
  const clockText = useClockText();
  const { leftAt, arrivedAt } = addressed;
  const confirm = () => kind && onConfirm({ kind, at: kind === 'leftArea' ? leftAt : arrivedAt });
  return (
    <>
      <Card>
        <Cells
          label={words.day1}
          value={kind}
          onChange={(value) => setKind(value as 'leftArea')}
          options={[
            { value: 'leftArea', label: words.leftArea(clockText(leftAt)) },
            { value: 'atHome', label: words.atHome(clockText(arrivedAt)) },
          ]}
        />
      </Card>
      <Foot aside={<Button kind="plain" label={words.reject} onTap={onReject} />}>
        <Button
          label={isSending ? plain.sending : kind ? words.confirm : words.missing}
          off={!kind || isSending}
          onTap={confirm}
        />
      </Foot>
    </>
  );
}

interface RejectionProps {
  isSending: boolean;
  onReject(reason: string): void;
  onCancel(): void;
}

function Rejection({ isSending, onReject, onCancel }: RejectionProps) {
  const words = useWorkerWords();
  const plain = usePlainWords();
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const reason = chosen === 'other' ? typed.trim() : chosen;
  return (
    <>
      <Card kind="waiting">
        <Cells
          label={words.rejectHead}
          value={chosen}
          onChange={setChosen}
          options={[
            ...Object.values(words.reasons).map((text) => ({ value: text, label: text })),
            { value: 'other', label: words.otherReason },
          ]}
        />
        {chosen === 'other' && <TextField label={words.otherReason} value="" max={200} onChange={setTyped} />}
      </Card>
      <Foot aside={<Button kind="plain" label={words.cancel} onTap={onCancel} />}>
        <Button
          kind="danger"
          label={isSending ? plain.sending : words.rejectYes}
          off={!reason || isSending}
          onTap={() => reason && onReject(reason)}
        />
      </Foot>
    </>
  );
}
