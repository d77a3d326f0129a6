import { useDraft } from '@/client/useDraft';
import { TextField } from '@/parts';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

/** It is bought; somebody else brings it from where it is now. */
export function PassForm({ of, faultOf, recheck, ...frame }: FormProps) {
  const words = useCarryingWords();
  const [where, setWhere] = useDraft(draftOf(of, 'where'));
  const said = where.trim();
  return (
    <Form {...frame} action="pass" input={said ? { where: said } : null}>
      {(isTried) => (
        <TextField
          label={words.where}
          value={where}
          onChange={(next) => {
            recheck();
            setWhere(next);
          }}
          fault={(isTried && !said && words.write) || faultOf('where')}
        />
      )}
    </Form>
  );
}
