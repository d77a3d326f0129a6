import { useRouter } from '@tarojs/taro';
import { useHousehold } from '@/client/queries';
import { useEntry } from '@/client/useEntry';
import { Mandates } from '@/mandates/Mandates';
import { useSides } from '@/mandates/sides';
import { useMandateWords } from '@/mandates/words';
import { Async, Heading, Page } from '@/parts';
import { useResidentsWords } from '@/residents/words';
import { useWatermark } from '@/worklist/useWatermark';

/** Who may act for a household where nobody can tap: written down by staff as they were told, and ended. */
export default function HouseholdMandates() {
  const isReady = useEntry();
  const words = useMandateWords();
  const { staff } = useSides();
  const { householdId = '' } = useRouter().params;
  const household = useHousehold(isReady ? householdId : '');
  const { relations } = useResidentsWords();
  // Masked, two of one family are told apart by what they are to it.
  const people = household.data?.people.map(({ residentId, name, relation }) => ({
    residentId,
    name: `${name} ${relations[relation] ?? ''}`.trim(),
  }));
  const watermark = useWatermark();
  return (
    <Page title={words.staffTitle} watermark={watermark}>
      <Async query={household}>
        <Heading look="head">{household.data?.door}</Heading>
        {people && <Mandates householdId={householdId} people={people} side={staff} />}
      </Async>
    </Page>
  );
}
