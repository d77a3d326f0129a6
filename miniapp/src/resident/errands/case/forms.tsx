import type { CaseView } from '@shared/requests/caseView';
import { View } from '@tarojs/components';
import { useSession } from '@/client/session';
import { forgetDrafts, useDraft } from '@/client/useDraft';
import { Button, Card, TextField } from '@/parts';
import type { useActing } from '@/requests/useActing';
import { usePlainWords } from '@/words';
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
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const draft = `homeCase:${of.id}:reopen`;
  const [reason, setReason] = useDraft(draft);
  const { act, isSending, faultOf, show, recheck } = acting;
  const missing = (text: string) =>
    text.trim() ? [] : [{ path: 'input.reason', code: 'required' as const }];
  const send = async () => {
    const found = missing(reason);
    if (found.length) return show(found);
    if (!(await act('reopen', { reason: reason.trim() }))) return;
    forgetDrafts(accountId, draft);
    onDone();
  };
  return (
    <Card kind="waiting">
      <TextField
        label={words.reopenWhy}
        value={reason}
        onChange={(value) => {
          setReason(value);
          recheck(missing(value));
        }}
        max={200}
        fault={faultOf('input.reason')}
      />
      <Button kind="plain" label={words.back} onTap={onDone} />
      <Button label={isSending ? plain.sending : words.reopenYes} off={isSending} onTap={() => void send()} />
    </Card>
  );
}
