import { useCorrections } from '@/client/queries/residents';
import { useEntry } from '@/client/useEntry';
import { Async, Page, State } from '@/parts';
import { CorrectionCard } from '@/residents/CorrectionCard';
import { useResidentsWords } from '@/residents/words';
import { useWatermark } from '@/worklist/useWatermark';

/** What building heads told, to be accepted or refused. */
export default function Corrections() {
  const isReady = useEntry();
  const words = useResidentsWords();
  const watermark = useWatermark();
  const list = useCorrections(isReady, 'pending');
  const items = list.data?.items ?? [];
  return (
    <Page title={words.pending} watermark={watermark}>
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.nonePending} />}>
        {items.map((one) => (
          <CorrectionCard key={one.id} one={one} />
        ))}
      </Async>
    </Page>
  );
}
