import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Menu, Page } from '@/parts';
import { Figures } from '@/worklist/Figures';
import { useWatermark } from '@/worklist/useWatermark';
import { Worklist } from '@/worklist/Worklist';
import { useWorkerMenu } from '../menu';
import { useWorkerWords } from '../words';

/** What waits in the worker's grids. */
export default function List() {
  const isReady = useEntry();
  const isLeader = useSession(({ session }) => activeMembership(session)?.role === 'leader');
  const words = useWorkerWords();
  const entries = useWorkerMenu();
  const watermark = useWatermark();
  return (
    <Page isHome title={words.list} watermark={watermark}>
      {isReady && isLeader && <Figures />}
      <Worklist />
      <Menu entries={entries} />
      <Identity />
    </Page>
  );
}
