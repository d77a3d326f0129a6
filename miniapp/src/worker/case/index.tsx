import { useRouter } from '@tarojs/taro';
import { useRequest } from '@/client/queries/fevers';
import { useEntry } from '@/client/useEntry';
import { Async, Page } from '@/parts';
import { Case } from '@/requests/Case';
import { useRequestWords } from '@/requests/words';
import { useWatermark } from '@/worklist/useWatermark';

/** One fever, for worker, nurse, leader and office alike: what each may do stands in the reply. */
export default function CasePage() {
  const isReady = useEntry();
  const words = useRequestWords();
  const watermark = useWatermark();
  const { id = '' } = useRouter().params;
  const asked = useRequest(isReady ? id : '');
  if (asked.data) return <Case of={asked.data} watermark={watermark} />;
  return (
    <Page isWide title={words.title} watermark={watermark}>
      <Async query={asked}>{null}</Async>
    </Page>
  );
}
