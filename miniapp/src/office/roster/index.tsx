import { useEntry } from '@/client/useEntry';
import { Page } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { useOfficeWords } from '../words';
import { ImportRoster } from './ImportRoster';

/** The roster: a workbook in, and what came back. */
export default function Roster() {
  const isReady = useEntry();
  const words = useOfficeWords();
  const watermark = useWatermark();
  return (
    <Page isWide title={words.menu.roster} watermark={watermark}>
      {isReady && <ImportRoster />}
    </Page>
  );
}
