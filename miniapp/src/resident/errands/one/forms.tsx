import type { ErrandView, Payer } from '@shared/requests/errandView';
import { View } from '@tarojs/components';
import { useDraft } from '@/client/useDraft';
import { Button, Card, Cells } from '@/parts';
import type { ErrandActing } from '@/requests/errands/useErrandActing';
import { yuanText } from '@/requests/errands/yuan';
import { usePlainWords } from '@/words';
import { useSaying } from '../useSaying';
import { Why } from '../Why';
import { useHelpWords } from '../words';

interface FormProps {
  of: ErrandView;
  acting: ErrandActing;
  /** It was done, or is not wanted any more. */
  onDone(): void;
}

/** What is written down about an errand is kept until it was sent. */
const draftOf = ({ id }: Pick<ErrandView, 'id'>, name = '') => `errand:${id}:${name}`;

/** Something is wrong with what was delivered: why, so that somebody else does it better. */
export function ObjectForm({ of, acting, onDone }: FormProps) {
  const words = useHelpWords();
  const plain = usePlainWords();
  const [reason, setReason] = useDraft(draftOf(of, 'object'));
  const { send, changing } = useSaying({
    ...{ acting, onDone, action: 'object' as const },
    ...{ input: { reason }, draft: draftOf(of) },
  });
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
export function CancelForm({ of, acting, onDone }: FormProps) {
  const words = useHelpWords();
  const plain = usePlainWords();
  const [reason, setReason] = useDraft(draftOf(of, 'cancel'));
  const [pays, setPays] = useDraft<Payer>(draftOf(of, 'pays'));
  const { paidFen } = of.money;
  const { send, changing } = useSaying({
    ...{ acting, onDone, action: 'cancel' as const },
    input: { reason, ...(paidFen !== null && { pays }) },
    draft: draftOf(of),
  });
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
