import { errandTemplates } from '@shared/notices/subscription';
import type { ErrandView } from '@shared/requests/errandView';
import { addMinutes } from '@shared/time';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useErrands } from '@/client/queries/errands';
import { activeMembership, useSession } from '@/client/session';
import { useClock } from '@/client/useClock';
import { useEntry } from '@/client/useEntry';
import { Identity } from '@/entry/Identity';
import { Async, Button, Card, Heading, Line, Menu, Page, State } from '@/parts';
import { ErrandSummary } from '@/requests/errands/ErrandSummary';
import { TellMe } from '@/telling/TellMe';
import { DueChip } from '@/worklist/DueChip';
import { useWatermark } from '@/worklist/useWatermark';
import { Accept } from '../Accept';
import { Late } from '../Late';
import { useTooLate } from '../tooLate';
import { useIsHelper } from '../useIsHelper';
import { useCarryingWords } from '../words';

/** What I carry, and what waits for anybody of the estate. */
export default function Errands() {
  const isReady = useEntry();
  const words = useCarryingWords();
  const watermark = useWatermark();
  const isHelper = useIsHelper();
  const isOffice = useSession(({ session }) => activeMembership(session)?.role === 'office');
  return (
    <Page isWide isHome={isHelper} title={words.list} watermark={watermark}>
      <Late />
      {!isOffice && <Mine isReady={isReady} />}
      {!isOffice && (
        <Card>
          <Line label={words.money} onTap={() => open(pages.money)} />
        </Card>
      )}
      <Heading>{words.pool}</Heading>
      <Pool isReady={isReady} />
      {isHelper ? (
        <>
          <Menu
            entries={[
              { page: pages.notices, icon: 'paper', label: words.notices },
              { page: pages.outbox, icon: 'clock', label: words.outbox },
            ]}
          />
          <Identity />
        </>
      ) : (
        <Card>
          <Line label={words.order} onTap={() => open(pages.staffOrder)} />
          <Line label={words.groupBuys} onTap={() => open(pages.staffGroupBuys)} />
        </Card>
      )}
    </Page>
  );
}

/** What is left is counted from here on. */
const pressingMinutes = 60;

/** What is promised first comes first. */
const byPromise = (errands: ErrandView[]): ErrandView[] =>
  [...errands].sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));

function Mine({ isReady }: { isReady: boolean }) {
  const words = useCarryingWords();
  const held = useErrands(isReady, { held: 'true' });
  const items = byPromise(held.data?.pages.flatMap((page) => page.items) ?? []);
  return (
    <Async query={held} empty={items.length === 0 && <Heading>{words.noneMine}</Heading>}>
      <Heading>{words.mine(items.length)}</Heading>
      {items.map((one) => (
        <Waiting key={one.id} of={one} />
      ))}
      {held.hasNextPage && <Button kind="plain" label={words.more} onTap={() => void held.fetchNextPage()} />}
      {items.length > 0 && (
        <TellMe templates={errandTemplates.staff} label={words.tellMe} told={words.willTell} />
      )}
      <Card>
        <Line label={words.shift} onTap={() => open(pages.shiftEnd)} />
      </Card>
    </Async>
  );
}

function Pool({ isReady }: { isReady: boolean }) {
  const words = useCarryingWords();
  const pool = useErrands(isReady, { pool: 'true' });
  const { ids: lost } = useTooLate();
  const waiting = pool.data?.pages.flatMap((page) => page.items) ?? [];
  // Somebody else was faster: it is shown as it is now.
  const items = byPromise(waiting.filter(({ id }) => !lost.includes(id)));
  return (
    <Async query={pool} empty={items.length === 0 && <State icon="done" words={words.nonePool} />}>
      {items.map((one) => (
        <Waiting key={one.id} of={one} />
      ))}
      {pool.hasNextPage && <Button kind="plain" label={words.more} onTap={() => void pool.fetchNextPage()} />}
    </Async>
  );
}

/** One of them: how it stands, what is late, and the way to its page. */
function Waiting({ of }: { of: ErrandView }) {
  const words = useCarryingWords();
  const show = (kind: 'plain' | 'tint') => (
    <Button kind={kind} label={words.open} onTap={() => open(pages.staffErrand, { id: of.id })} />
  );
  const isPressing = useClock() > addMinutes(of.dueAt, -pressingMinutes);
  return (
    <ErrandSummary of={of} withDoor>
      {isPressing && <DueChip at={of.dueAt} />}
      {of.actions.includes('accept') ? <Accept of={of}>{show('plain')}</Accept> : show('tint')}
    </ErrandSummary>
  );
}
