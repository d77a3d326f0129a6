import { payers } from '@shared/requests/errandView';
import { useDraft } from '@/client/useDraft';
import { Cells } from '@/parts';
import { useErrandWords } from '@/requests/errands/words';
import { Reason } from '../Reason';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

/** It is not wanted any more; once something was bought, who pays for it is said. */
export function CancelForm({ of, faultOf, recheck, ...frame }: FormProps) {
  const words = useCarryingWords();
  const { results } = useErrandWords();
  const [reason, setReason] = useDraft(draftOf(of, 'cancel'));
  const [pays, setPays] = useDraft<(typeof payers)[number]>(draftOf(of, 'pays'));
  const isPaid = of.money.paidFen !== null;
  const said = reason.trim();
  const isWhole = said && (!isPaid || pays);
  return (
    <Form {...frame} action="cancel" input={isWhole ? { reason: said, ...(isPaid && { pays }) } : null}>
      {(isTried) => (
        <>
          <Reason
            label={words.why}
            usual={words.cancels}
            value={reason}
            onChange={setReason}
            fault={(isTried && !said && words.choose) || faultOf('reason')}
          />
          {isPaid && (
            <Cells
              label={words.pays}
              halves
              value={pays}
              onChange={(next) => {
                recheck();
                setPays(next as typeof pays);
              }}
              fault={(isTried && !pays && words.choose) || faultOf('pays')}
              options={payers.map((value) => ({ value, label: results[value] }))}
            />
          )}
        </>
      )}
    </Form>
  );
}
