import type { ErrandView, Payer } from '@shared/requests/errandView';
import { View } from '@tarojs/components';
import { useSession } from '@/client/session';
import { forgetDrafts, useDraft } from '@/client/useDraft';
import { Button, Card, Cells, TextField } from '@/parts';
import type { ErrandActing } from '@/requests/errands/useErrandActing';
import { yuanText } from '@/requests/errands/yuan';
import { usePlainWords } from '@/words';
import { useHelpWords } from '../words';

interface FormProps {
  of: ErrandView;
  acting: ErrandActing;
  /** It was done, or is not wanted any more. */
  onDone(): void;
}

/** What is written down about an errand is kept until it was sent. */
const draftOf = ({ id }: Pick<ErrandView, 'id'>, name = '') => `errand:${id}:${name}`;

type Input = Record<string, string>;
const missingIn = (input: Input) =>
  Object.entries(input).flatMap(([name, value]) =>
    value.trim() ? [] : [{ path: `input.${name}`, code: 'required' as const }],
  );

/** Sends what was written down with an action; what is missing is named first, until it is there. */
function useSend({ of, acting, onDone }: FormProps, action: 'object' | 'cancel', input: Input) {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const send = async () => {
    const missing = missingIn(input);
    if (missing.length) return acting.show(missing);
    const trimmed = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, value.trim()]));
    if (!(await acting.act(action, trimmed))) return;
    forgetDrafts(accountId, draftOf(of));
    onDone();
  };
  /** Keeps what is changed; it is not called missing any more. */
  const changing =
    <T extends string>(name: string, set: (value: T) => void) =>
    (value: string) => {
      set(value as T);
      acting.recheck(missingIn({ ...input, [name]: value }));
    };
  return { send, changing };
}

/** Why, in own words. */
const Why = (props: Pick<Parameters<typeof TextField>[0], 'label' | 'value' | 'onChange' | 'fault'>) => (
  <TextField {...props} max={200} />
);

/** Something is wrong with what was delivered: why, so that somebody else does it better. */
export function ObjectForm(props: FormProps) {
  const { of, acting, onDone } = props;
  const words = useHelpWords();
  const plain = usePlainWords();
  const [reason, setReason] = useDraft(draftOf(of, 'object'));
  const { send, changing } = useSend(props, 'object', { reason });
  const { isSending, faultOf } = acting;
  return (
    <Card kind="waiting">
      <Why
        label={words.objectWhy}
        value={reason}
        onChange={changing('reason', setReason)}
        fault={faultOf('input.reason')}
      />
      <View className="help">{words.objectHelp}</View>
      <Button kind="plain" label={words.back} onTap={onDone} />
      <Button label={isSending ? plain.sending : words.objectYes} off={isSending} onTap={() => void send()} />
    </Card>
  );
}

/** It is not wanted any more: why; and once something was bought, who pays. */
export function CancelForm(props: FormProps) {
  const { of, acting, onDone } = props;
  const words = useHelpWords();
  const plain = usePlainWords();
  const [reason, setReason] = useDraft(draftOf(of, 'cancel'));
  const [pays, setPays] = useDraft<Payer>(draftOf(of, 'pays'));
  const { paidFen } = of.money;
  const { send, changing } = useSend(props, 'cancel', { reason, ...(paidFen !== null && { pays }) });
  const { isSending, faultOf } = acting;
  return (
    <Card kind="waiting">
      <Why
        label={words.cancelWhy}
        value={reason}
        onChange={changing('reason', setReason)}
        fault={faultOf('input.reason')}
      />
      {paidFen !== null && (
        <Cells
          label={words.pays(yuanText(paidFen))}
          halves
          value={pays}
          onChange={changing<Payer>('pays', setPays)}
          fault={faultOf('input.pays')}
          options={(['household', 'community'] as const).map((value) => ({
            value,
            label: words.payers[value],
          }))}
        />
      )}
      <Button kind="plain" label={words.back} onTap={onDone} />
      <Button
        kind="danger"
        label={isSending ? plain.sending : words.cancelYes}
        off={isSending}
        onTap={() => void send()}
      />
    </Card>
  );
}
