import { useDraft } from '@/client/useDraft';
import { Cells, TextField } from '@/parts';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';

const nothingOfIt = '*';

/** The things that were asked for, by name. */
const itemsOf = (details: Record<string, unknown> | null): string[] => {
  const rows = Object.values(details ?? {}).find(Array.isArray) as { item?: string }[] | undefined;
  return [...new Set(rows?.flatMap(({ item }) => item ?? []))];
};

/** Something is not to be had: what would do instead, such that yes or no answers it. Anything else is asked in own words. */
export function AskForm({ of, faultOf, recheck, ...frame }: FormProps) {
  const words = useCarryingWords();
  const [missing, setMissing] = useDraft(draftOf(of, 'missing'));
  const [typed, setTyped] = useDraft(draftOf(of, 'ask'));
  const items = itemsOf(of.details);
  const isSubstitute = items.includes(missing);
  const isOpen = items.length === 0 || missing !== '';
  const said = typed.trim();
  const text = said && isSubstitute ? words.insteadOf(missing, said) : said;
  return (
    <Form {...frame} action="ask" input={text && isOpen ? { text } : null}>
      {(isTried) => (
        <>
          {items.length > 0 && (
            <Cells
              label={words.missing}
              value={missing}
              onChange={setMissing}
              fault={isTried && !isOpen ? words.choose : undefined}
              options={[
                ...items.map((item) => ({ value: item, label: item })),
                { value: nothingOfIt, label: words.somethingElse },
              ]}
            />
          )}
          {isOpen && (
            <TextField
              key={String(isSubstitute)}
              label={isSubstitute ? words.instead : words.question}
              max={isSubstitute ? 60 : 200}
              value={typed}
              onChange={(next) => {
                recheck();
                setTyped(next);
              }}
              fault={(isTried && !said && words.write) || faultOf('text')}
            />
          )}
        </>
      )}
    </Form>
  );
}
