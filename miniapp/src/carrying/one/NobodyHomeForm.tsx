import { useClock } from '@/client/useClock';
import { useDraft } from '@/client/useDraft';
import { Select } from '@/parts';
import { useMomentText } from '@/words';
import { Reason } from '../Reason';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';
import { triesAfter } from './triesAfter';

/** Nobody took it: why, and when somebody comes again. */
export function NobodyHomeForm({ of, faultOf, recheck, ...frame }: FormProps) {
  const words = useCarryingWords();
  const momentText = useMomentText();
  const [reason, setReason] = useDraft(draftOf(of, 'nobodyHome'));
  const [again, setAgain] = useDraft(draftOf(of, 'nextTry'));
  const tries = triesAfter(useClock());
  const said = reason.trim();
  // What was chosen may be over by now.
  const nextTryAt = tries.includes(again) ? again : '';
  return (
    <Form {...frame} action="nobodyHome" input={said && nextTryAt ? { reason: said, nextTryAt } : null}>
      {(isTried) => (
        <>
          <Reason
            label={words.why}
            usual={words.nobodyHomes}
            value={reason}
            onChange={setReason}
            fault={(isTried && !said && words.choose) || faultOf('reason')}
          />
          <Select
            label={words.again}
            value={nextTryAt}
            onChange={(next) => {
              recheck();
              setAgain(next);
            }}
            fault={(isTried && !nextTryAt && words.choose) || faultOf('nextTryAt')}
            options={tries.map((at) => ({ value: at, label: momentText(at) }))}
          />
        </>
      )}
    </Form>
  );
}
