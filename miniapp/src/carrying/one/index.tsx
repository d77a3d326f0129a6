import { useRouter } from '@tarojs/taro';
import { useErrand } from '@/client/queries/errands';
import { useEntry } from '@/client/useEntry';
import { Async, Page } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { useCarryingWords } from '../words';
import { Errand } from './Errand';

/** One errand for whoever carries it or answers for it: what each may do stands in the reply. */
export default function ErrandPage() {
  const isReady = useEntry();
  const words = useCarryingWords();
  const watermark = useWatermark();
  const { id = '' } = useRouter().params;
  const asked = useErrand(isReady ? id : '');
  if (asked.data) return <Errand key={asked.data.id} of={asked.data} watermark={watermark} />;
  return (
    <Page isWide title={words.one} watermark={watermark}>
      <Async query={asked}>{null}</Async>
    </Page>
  );
}
