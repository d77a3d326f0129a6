import { useIllness } from '@/client/queries/illness';
import { Cells } from '@/parts';
import { useSymptomWord } from '@/returns/words';
import type { Reading } from './useReading';
import { useReadingsWords } from './words';

/** How they feel, and fever-lowering medicine; whoever feels well has none of it. */
export function Unwell({ of: { symptoms, medicine, toggle } }: { of: Reading }) {
  const words = useReadingsWords();
  const symptomWord = useSymptomWord();
  const illness = useIllness();
  return (
    <Cells
      label={words.symptoms}
      value={[...symptoms, ...(medicine ? ['medicine'] : [])]}
      onChange={toggle}
      options={[
        ...illness.symptoms.map((value) => ({ value, label: symptomWord(value) })),
        { value: 'medicine', label: words.medicine },
      ]}
    />
  );
}
