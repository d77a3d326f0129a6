import type { CaseView } from '@shared/requests/caseView';
import { latestOf } from '@shared/temperatures/latest';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useRequests } from '@/client/queries/fevers';
import { useEntry } from '@/client/useEntry';
import { Async, Button, Card, Chip, Line, Page, State } from '@/parts';
import { FeverChip } from '@/requests/FeverChip';
import { useCaseWords } from '@/requests/useCaseWords';
import { useRequestWords } from '@/requests/words';
import { useMomentText } from '@/words';
import { useWatermark } from '@/worklist/useWatermark';
import { useCasesWords } from './words';

/** Every case in view, the open ones and how the others ended, or only those that are open; the newest first. */
export default function Cases() {
  const isReady = useEntry();
  const words = useCasesWords();
  const watermark = useWatermark();
  const isOpen = useRouter().params.open === 'true';
  const list = useRequests(isReady, isOpen);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page isWide title={isOpen ? words.openTitle : words.title} watermark={watermark}>
      <Async query={list} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        <Card>
          {items.map((one) => (
            <CaseLine key={one.id} one={one} />
          ))}
        </Card>
        {list.hasNextPage && (
          <Button kind="plain" label={words.more} onTap={() => void list.fetchNextPage()} />
        )}
      </Async>
    </Page>
  );
}

function CaseLine({ one }: { one: CaseView }) {
  const words = useRequestWords();
  const { title, outcomeWord } = useCaseWords(one.kind);
  const isFever = one.kind === 'fever';
  const momentText = useMomentText();
  const latest = latestOf(one.readings);
  return (
    <Line
      label={
        <>
          <View className="title">
            {[one.door, one.name].filter(Boolean).join(' · ') || (one.isAnonymous ? words.anonymous : title)}
          </View>
          <View className="row wrap">
            {!isFever && <Chip label={title} />}
            {isFever && one.state !== 'closed' && (
              <FeverChip
                band={latest?.band ?? null}
                celsius={(latest?.corrected ?? latest)?.celsius ?? null}
                isCorrected={Boolean(latest?.corrected)}
              />
            )}
            <Chip
              kind={one.state === 'closed' ? 'ok' : 'info'}
              label={one.outcome ? words.closed(outcomeWord(one.outcome)) : words.states[one.state]}
            />
          </View>
          <View className="help">
            {words.raisedAt(momentText(one.raisedAt))} · {one.responsible.name}
          </View>
        </>
      }
      onTap={() => open(pages.case, { id: one.id })}
    />
  );
}
