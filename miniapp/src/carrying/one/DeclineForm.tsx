import { useDraft } from '@/client/useDraft';
import { Reason } from '../Reason';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

/** Accepted, and it cannot be done after all: it waits for somebody else. */
export function DeclineForm({ of, faultOf, ...frame }: FormProps) {
  const words = useCarryingWords();
  const [reason, setReason] = useDraft(draftOf(of, 'decline'));
  const said = reason.trim();
  return (
    <Form {...frame} action="decline" input={said ? { reason: said } : null}>
      {(isTried) => (
        <Reason
          label={words.why}
          usual={words.declines}
          value={reason}
          onChange={setReason}
          fault={(isTried && !said && words.choose) || faultOf('reason')}
        />
      )}
    </Form>
  );
}
