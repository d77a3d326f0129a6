import { useDraft } from '@/client/useDraft';
import { Reason } from '../Reason';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

/** What the household says on the telephone is not right: somebody else goes. */
export function ObjectForm({ of, faultOf, ...frame }: FormProps) {
  const words = useCarryingWords();
  const [reason, setReason] = useDraft(draftOf(of, 'object'));
  const said = reason.trim();
  return (
    <Form {...frame} action="object" input={said ? { reason: said } : null}>
      {(isTried) => (
        <Reason
          label={words.begins.object}
          usual={words.objects}
          value={reason}
          onChange={setReason}
          fault={(isTried && !said && words.choose) || faultOf('reason')}
        />
      )}
    </Form>
  );
}
