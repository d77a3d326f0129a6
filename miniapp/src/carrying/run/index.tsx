import { useRouter } from '@tarojs/taro';
import { useMemo } from 'react';
import { useRun } from '@/client/queries/trips';
import { useUnsentSteps } from '@/client/unsentSteps';
import { useEntry } from '@/client/useEntry';
import { Async, Page, State } from '@/parts';
import { useErrandWords } from '@/requests/errands/words';
import { useWatermark } from '@/worklist/useWatermark';
import { Counts } from './Counts';
import { doorsOf } from './doorsOf';
import { Start } from './Start';
import { Doors, Trip } from './Trip';
import { useBegun } from './useBegun';
import { useRunWords } from './words';

/** In no building nothing is due. */
const nothing = {};

/** One trip through a building with all that is due there (domain, section 5). */
export default function RunPage() {
  const isReady = useEntry();
  const words = useRunWords();
  const errandWords = useErrandWords();
  const watermark = useWatermark();
  const { params } = useRouter();
  const estate = decodeURIComponent(params.estate ?? '');
  const building = decodeURIComponent(params.building ?? '');
  const asked = useRun(isReady, { estate, building });
  const unsent = useUnsentSteps();
  const { run = null, items = [], counts } = asked.data ?? {};
  const due = useMemo(() => doorsOf(asked.data?.items ?? [], unsent), [asked.data, unsent]);
  const { doors, ...beginning } = useBegun(due);
  const title = words.of(words.where(estate, errandWords.building(building)));
  if (run) return <Trip key={run.id} {...{ title, watermark, run, items, doors }} {...beginning} />;
  return (
    <Page isWide title={title} watermark={watermark}>
      <Async
        query={building ? asked : { ...asked, data: nothing }}
        empty={items.length === 0 && <State icon="done" words={words.noneHere} />}
      >
        {counts && <Counts of={counts} />}
        {!beginning.begun && <Start where={{ estate, building }} items={items} />}
        <Doors doors={doors} {...beginning} />
      </Async>
    </Page>
  );
}
