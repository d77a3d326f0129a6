import { View } from '@tarojs/components';
import { open } from '@/client/navigate';
import { pages } from '@/client/pages';
import { useRuns } from '@/client/queries/trips';
import { useEntry } from '@/client/useEntry';
import { Async, Card, Line, Page, State } from '@/parts';
import { useErrandWords } from '@/requests/errands/words';
import { useWatermark } from '@/worklist/useWatermark';
import { Counts } from '../run/Counts';
import { useRunWords } from '../run/words';

/** Where something is due at a door: one building is one trip. */
export default function Buildings() {
  const isReady = useEntry();
  const words = useRunWords();
  const errandWords = useErrandWords();
  const watermark = useWatermark();
  const runs = useRuns(isReady);
  const items = runs.data ?? [];
  return (
    <Page isWide title={words.title} watermark={watermark}>
      <Async query={runs} empty={items.length === 0 && <State icon="done" words={words.none} />}>
        <View className="under">{words.choose}</View>
        <Card>
          {items.map(({ estate, building, doors, counts }) => (
            <Line
              key={`${estate} ${building}`}
              label={
                <>
                  <View className="title">{words.where(estate, errandWords.building(building))}</View>
                  <Counts of={counts} />
                </>
              }
              value={words.doors(doors)}
              onTap={() => open(pages.run, { estate, building })}
            />
          ))}
        </Card>
      </Async>
    </Page>
  );
}
