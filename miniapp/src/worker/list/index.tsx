import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Menu, Page } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { Worklist } from '@/worklist/Worklist';
import { useWorkerMenu } from '../menu';
import { useWorkerWords } from '../words';

/** What waits in the worker's grids. */
export default function List() {
  useEntry();
  const words = useWorkerWords();
  const entries = useWorkerMenu();
  const watermark = useWatermark();
  return (
    <Page isHome title={words.list} watermark={watermark}>
      <Worklist />
      <Menu entries={entries} />
      <Identity />
    </Page>
  );
}
