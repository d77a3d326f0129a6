import { sideOf } from '@shared/notices/codes';
import type { NoticeView } from '@shared/notices/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useEffect, useMemo } from 'react';
import { call } from '@/client/call';
import { open } from '@/client/navigate';
import { keep, read } from '@/client/phoneStore';
import { activeMembership, useSession } from '@/client/session';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Chip, Line, Page, State } from '@/parts';
import { useErrandWords } from '@/requests/errands/words';
import { useMomentText } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { pageOf } from './pageOf';
import { useNoticeWords } from './words';

/** What somebody was told as whom they are here, the newest first. */
export default function Notices() {
  const isReady = useEntry();
  const words = useNoticeWords();
  const watermark = useWatermark();
  const isStaff = useSession(({ session }) => sideOf(activeMembership(session)?.role) === 'staff');
  const who = useSession(({ session }) => session?.account.active ?? session?.account.id ?? '');
  const notices = useInfiniteQuery({
    queryKey: ['notice', who],
    queryFn: ({ pageParam }) =>
      call('listNotices', { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: isReady && who !== '',
  });
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  const seenUntil = useSeen(who, items[0]?.madeAt);
  return (
    <Page title={words.title} {...(isStaff && { watermark })}>
      <Async query={notices} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        <Card>
          {items.map((notice) => (
            <Notice key={notice.id} notice={notice} isFresh={notice.madeAt > seenUntil} />
          ))}
        </Card>
        {notices.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void notices.fetchNextPage()} />
        )}
      </Async>
    </Page>
  );
}

/** Up to when this person had read on this phone before the page was opened. */
function useSeen(who: string, newest: string | undefined): string {
  const accountId = useSession(({ session }) => session?.account.id ?? '');
  const name = `noticesSeen:${who}`;
  const before = useMemo(() => read<string>(accountId, name) ?? '', [accountId, name]);
  useEffect(() => {
    if (newest && newest > before) keep(accountId, name, newest);
  }, [accountId, name, newest, before]);
  return before;
}

function Notice({ notice, isFresh }: { notice: NoticeView; isFresh: boolean }) {
  const words = useNoticeWords();
  const momentText = useMomentText();
  const role = useSession(({ session }) => activeMembership(session)?.role);
  const place = pageOf(notice, role);
  const { building } = useErrandWords();
  // Of an errand that is not theirs any more, a helper is told no door.
  const placed = (params: NoticeView['params']) =>
    params.building ? { ...params, door: building(String(params.building)) } : params;
  return (
    <Line
      label={
        <>
          <View>{words.said[notice.code](placed(notice.params))}</View>
          <View className="row wrap">
            <View className="help">{momentText(notice.madeAt)}</View>
            {isFresh && <Chip kind="info" label={words.fresh} />}
          </View>
        </>
      }
      {...(place && { onTap: () => open(...place) })}
    />
  );
}
