import { useDraft } from '@/client/useDraft';
import { Cells, Pad, TextField } from '@/parts';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

const codeDigits = 4;

/**
 * At the door: the code that the household says, or, where staff ordered for it, who opened; and that it was disinfected twice. A
 * household that ordered itself can read the code.
 */
export function DeliverForm({ of, faultOf, recheck, ...frame }: FormProps) {
  const words = useCarryingWords();
  const [code, setCode] = useDraft(draftOf(of, 'code'));
  const [name, setName] = useDraft(draftOf(of, 'answeredBy'));
  const [means, setMeans] = useDraft<'code' | 'name'>(draftOf(of, 'means'));
  const [clean, setClean] = useDraft<'yes'>(draftOf(of, 'clean'));
  const by = of.channel === 'app' ? 'code' : means;
  const said = name.trim();
  const proof =
    by === 'code' ? code.length === codeDigits && { doorCode: code } : by && said && { answeredBy: said };
  const wrong = faultOf('doorCode');
  const onKey = (key: string) => {
    recheck();
    // After a wrong code another one begins.
    const before = wrong && code.length === codeDigits ? '' : code;
    if (key === 'erase') setCode(code.slice(0, -1));
    else setCode((before + key).slice(0, codeDigits));
  };
  return (
    <Form {...frame} action="deliver" input={proof && clean ? { ...proof, disinfectedTwice: true } : null}>
      {(isTried) => (
        <>
          {of.channel !== 'app' && (
            <Cells
              label={words.proof}
              halves
              value={means}
              onChange={(next) => setMeans(next as typeof means)}
              fault={isTried && !means ? words.choose : undefined}
              options={[
                { value: 'name', label: words.byName },
                { value: 'code', label: words.byCode },
              ]}
            />
          )}
          {by === 'code' && (
            <Pad
              label={words.code}
              value={code}
              blank="____"
              onKey={onKey}
              fault={(isTried && code.length < codeDigits && words.codeFault) || wrong}
            />
          )}
          {by === 'name' && (
            <TextField
              label={words.answeredBy}
              max={40}
              value={name}
              onChange={(next) => {
                recheck();
                setName(next);
              }}
              fault={(isTried && !said && words.write) || faultOf('answeredBy')}
            />
          )}
          <Cells
            label={words.disinfection}
            whole
            value={clean}
            onChange={() => setClean(clean ? '' : 'yes')}
            fault={isTried && !clean ? words.cleanFault : undefined}
            options={[{ value: 'yes', label: words.clean }]}
          />
        </>
      )}
    </Form>
  );
}
