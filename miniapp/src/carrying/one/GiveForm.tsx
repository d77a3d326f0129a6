import { useDraft } from '@/client/useDraft';
import { Answerer, Carrier } from '../Colleague';
import { Reason } from '../Reason';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

interface GiveProps extends FormProps {
  action: 'handOver' | 'reassign';
}

/** To a colleague by name, with a reason. While nobody has accepted it, reassigning names who answers for it. */
function Give({ of, action, faultOf, recheck, ...frame }: GiveProps) {
  const words = useCarryingWords();
  const [accountId, setAccount] = useDraft(draftOf(of, `${action}To`));
  const [reason, setReason] = useDraft(draftOf(of, action));
  const said = reason.trim();
  const whom = (isTried: boolean) => ({
    value: accountId,
    onChange(next: string) {
      recheck();
      setAccount(next);
    },
    fault: (isTried && !accountId && words.choose) || faultOf('accountId'),
  });
  return (
    <Form {...frame} action={action} input={accountId && said ? { accountId, reason: said } : null}>
      {(isTried) => (
        <>
          {of.state === 'assigned' ? (
            <Answerer {...whom(isTried)} except={of.responsible.account} />
          ) : (
            <Carrier {...whom(isTried)} id={of.id} />
          )}
          <Reason
            label={words.why}
            usual={words.gives[action]}
            value={reason}
            onChange={setReason}
            fault={(isTried && !said && words.choose) || faultOf('reason')}
          />
        </>
      )}
    </Form>
  );
}

export const HandOverForm = (props: FormProps) => <Give {...props} action="handOver" />;
export const ReassignForm = (props: FormProps) => <Give {...props} action="reassign" />;
