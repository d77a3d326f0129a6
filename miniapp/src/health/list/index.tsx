import { pages } from '@/client/pages';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Menu, Page } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { Worklist } from '@/worklist/Worklist';
import { useHealthWords } from '../words';

/** The health station: fevers that are open, and the way to the people under observation. */
export default function HealthList() {
  useEntry();
  const words = useHealthWords();
  const watermark = useWatermark();
  return (
    <Page isHome title={words.title} watermark={watermark}>
      <Worklist />
      <Menu
        entries={[
          { page: pages.observed, icon: 'home', label: words.people },
          { page: pages.cases, icon: 'warn', label: words.cases },
          { page: pages.notices, icon: 'paper', label: words.notices },
          { page: pages.outbox, icon: 'clock', label: words.outbox },
          { page: pages.workerAbsence, icon: 'calendar', label: words.absence },
        ]}
      />
      <Identity />
    </Page>
  );
}
