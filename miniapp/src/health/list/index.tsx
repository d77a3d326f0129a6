import { pages } from '@/client/pages';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Menu, Page } from '@/parts';
import { useWatermark } from '@/worklist/useWatermark';
import { Worklist } from '@/worklist/Worklist';
import { useHealthWords } from '../words';

/** The health station: what is open, and the way to the people under observation. A counsellor has what people want to talk about. */
export default function HealthList() {
  useEntry();
  const words = useHealthWords();
  const watermark = useWatermark();
  const isCounsellor = useSession(({ session }) => activeMembership(session)?.role === 'counsellor');
  return (
    <Page isHome title={isCounsellor ? words.counselling : words.title} watermark={watermark}>
      <Worklist />
      <Menu
        entries={[
          ...(isCounsellor ? [] : [{ page: pages.observed, icon: 'home' as const, label: words.people }]),
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
