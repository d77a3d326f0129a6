import { useDraft } from '@/client/useDraft';
import { Cells } from '@/parts';
import { useCarryingWords } from '../words';
import { Form } from './Form';
import { draftOf, type FormProps } from './formProps';
import { codeDigits, type Means, proofs } from './proofs';

const ownMeans: readonly Means[] = ['code', 'photo'];
const allMeans: readonly Means[] = ['name', ...ownMeans];

/** What goes with the step, once it proves something. */
const proofOf: Record<Means, (typed: string) => object | false> = {
  code: (typed) => typed.length === codeDigits && { doorCode: typed },
  photo: (typed) => typed !== '' && { photoFileId: typed },
  name: (typed) => typed.trim() !== '' && { answeredBy: typed.trim() },
};

/**
 * At the door: the code that the household says, a photo of what stands there, or, where staff ordered for it, who opened; and that it
 * was disinfected twice. A household that ordered itself can read the code.
 */
export function DeliverForm({ of, faultOf, recheck, ...frame }: FormProps) {
  const words = useCarryingWords();
  const typed = {
    code: useDraft(draftOf(of, 'code')),
    photo: useDraft(draftOf(of, 'photo')),
    name: useDraft(draftOf(of, 'answeredBy')),
  };
  const [means, setMeans] = useDraft<Means>(draftOf(of, 'means'));
  const [clean, setClean] = useDraft<'yes'>(draftOf(of, 'clean'));
  const isOwnOrder = of.channel === 'app';
  const by = means || (isOwnOrder ? 'code' : '');
  const proof = by && proofOf[by](typed[by][0]);
  const Proof = by && proofs[by];
  /** What is changed is not called wrong any more. */
  const changing =
    <T extends string>(set: (value: T) => void) =>
    (value: string) => {
      recheck();
      set(value as T);
    };
  return (
    <Form {...frame} action="deliver" input={proof && clean ? { ...proof, disinfectedTwice: true } : null}>
      {(isTried) => (
        <>
          <Cells
            label={words.proof}
            halves
            value={by}
            onChange={changing(setMeans)}
            fault={isTried && !by ? words.choose : undefined}
            options={(isOwnOrder ? ownMeans : allMeans).map((value) => ({
              value,
              label: words.means[value],
            }))}
          />
          {Proof && (
            <Proof {...{ isTried, faultOf }} value={typed[by][0]} onChange={changing(typed[by][1])} />
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
