import type { CaseView } from '@shared/requests/caseView';
import { View } from '@tarojs/components';
import { useDraft } from '@/client/useDraft';
import { Button, Card } from '@/parts';
import type { useActing } from '@/requests/useActing';
import { usePlainWords } from '@/words';
import { useSaying } from '../useSaying';
import { Why } from '../Why';
import { useHelpWords } from '../words';

interface FormProps {
  of: CaseView;
  acting: ReturnType<typeof useActing>;
  /** It was done, or is not wanted any more. */
  onDone(): void;
}

interface SureProps extends FormProps {
  action: 'withdraw' | 'endRepeat';
  help: string;
  yes: string;
}

/** Said once more before it is done. */
function Sure({ acting: { act, isSending }, onDone, action, help, yes }: SureProps) {
  const words = useHelpWords();
  const plain = usePlainWords();
  const send = async () => {
    if (await act(action)) onDone();
  };
  return (
    <Card kind="waiting">
      <View>{help}</View>
      <Button kind="plain" label={words.back} onTap={onDone} />
      <Button label={isSending ? plain.sending : yes} off={isSending} onTap={() => void send()} />
    </Card>
  );
}

export function WithdrawForm(props: FormProps) {
  const words = useHelpWords();
  return <Sure {...props} action="withdraw" help={words.withdrawHelp} yes={words.withdrawYes} />;
}

export function EndRepeatForm(props: FormProps) {
  const words = useHelpWords();
  return <Sure {...props} action="endRepeat" help={words.endRepeatHelp} yes={words.endRepeatYes} />;
}

/** It is not over for the household: opened again with a reason. */
export function ReopenForm({ of, acting, onDone }: FormProps) {
  const words = useHelpWords();
  const plain = usePlainWords();
  const draft = `homeCase:${of.id}:reopen`;
  const [reason, setReason] = useDraft(draft);
  const { send, changing } = useSaying({
    ...{ acting, onDone, draft, input: { reason }, action: 'reopen' as const },
  });
  const { isSending, faultOf } = acting;
  return (
    <Card kind="waiting">
      <Why
        label={words.reopenWhy}
        value={reason}
        onChange={changing('reason', setReason)}
        fault={faultOf('input.reason')}
      />
      <Button kind="plain" label={words.back} onTap={onDone} />
      <Button label={isSending ? plain.sending : words.reopenYes} off={isSending} onTap={() => void send()} />
    </Card>
  );
}
